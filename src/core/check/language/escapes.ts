/** A backslash that YAML takes for its own, though it was meant to stand in the text. */
interface LostBackslash {
  /** From the start of the scalar. */
  readonly index: number;
  /** The letters behind it, the escape's own first. */
  readonly word: string;
  /** What YAML reads it as. */
  readonly read: string;
}

const readAs: Readonly<Record<string, string>> = {
  a: 'a bell',
  b: 'a backspace',
  e: 'an escape character',
  f: 'a form feed',
  n: 'a line break',
  r: 'a carriage return',
  t: 'a tab',
  v: 'a vertical tab',
  _: 'a no-break space',
  N: 'a line break',
  L: 'a line break',
  P: 'a line break',
};

/** LaTeX that begins with n or t, and that no text has after a line break or a tab. */
const latex =
  /^(?:n(?:abla|eq|eg|otin|u|ewline|ewcommand|subseteq|exists|leq|geq|mid|parallel|rightarrow|leftarrow|obreakspace|ormalsize)|t(?:heta|au|frac|ilde|extbf|extit|extrm|extsf|exttt|extsc|riangle|imes|anh|herefore|hickapprox|binom|riangleq|op|fracs)|theta\w*)$/;
/** LaTeX that is an English word too: it counts in a formula. */
const inFormula = /^(?:ne|ni|not|no|to|text|tan|tr|top|t|n)$/;

const escapes = /\\(?:\\|([abefnrtv_NLP])(\p{L}[A-Za-z]*)|.)/gsu;

/** Returns the backslashes of a text in double quotes that belong to LaTeX or to a Windows path. */
export function lostBackslashesIn(written: string): readonly LostBackslash[] {
  const formulas = written.includes('$') || /\\\\[([]/.test(written);
  const found: LostBackslash[] = [];
  for (const { 0: whole, 1: letter, 2: rest = '', index } of written.matchAll(escapes)) {
    const read = letter === undefined ? undefined : readAs[letter];
    if (letter === undefined || read === undefined) continue;
    const word = letter + rest;
    const isMeant =
      !/[nt]/.test(letter) ||
      latex.test(word) ||
      (formulas && inFormula.test(word) && isInFormula(written, index)) ||
      isInPath(written, index);
    if (isMeant) found.push({ index, word: whole.slice(1), read });
  }
  return found;
}

/** Whether an odd number of `$` stand before a place. */
function isInFormula(written: string, index: number): boolean {
  const signs = written.slice(0, index).match(/(?<!\\)\$+/g)?.length ?? 0;
  return signs % 2 === 1 || /\\\\[([][^\])]*$/.test(written.slice(0, index));
}

/** Whether a place is in a path from a drive or a share: `C:\new\table`. */
const isInPath = (written: string, index: number): boolean =>
  /(?:(?<![A-Za-z])[A-Za-z]:|\\\\\\\\[\w.-]+|%\w+%)(?:\\{1,2}[^\s"\\]*)*$/.test(
    written.slice(Math.max(0, index - 200), index),
  );
