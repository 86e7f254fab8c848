import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { AfterWish } from '../shared/after-wishes.ts';
import type { Choice, Leave } from '../shared/terminal.ts';
import { foldLine } from '../shared/wishes.ts';

/** Texts as one line of a list. */
export const joinTexts = (texts: readonly string[], lang: Lang): string =>
  texts.join(pickLanguage({ en: ', ', zh: '，' }, lang));

/** The choices of a few wishes, by their keys. */
export const choicesOf = (wishes: readonly AfterWish[]): readonly Choice[] =>
  wishes.map(({ help: [key, label] }) => ({ key, label }));

/** The line that asks for one of a few things, with their keys. */
export const labelOfChoices = (choices: readonly Choice[], lang: Lang): string =>
  joinTexts(
    choices.map((c) => `${c.key} ${c.label}`),
    lang,
  );

/** Asks until one of the keys or q is typed; an empty line means Enter. */
export async function chooseByLine(
  choices: readonly Choice[],
  lang: Lang,
  read: (label: string) => Promise<string | Leave>,
): Promise<string | Leave> {
  for (;;) {
    const line = await read(labelOfChoices(choices, lang));
    if (typeof line !== 'string') return line;
    const key = pressedKeyOf(line, choices);
    if (key !== undefined) return key;
  }
}

/** The key that a line is, or whose name in full it is: `:note` is `n`. */
export function pressedKeyOf(line: string, choices: readonly Choice[]): string | undefined {
  // The colon is optional, since `:q` is how a typed answer is left.
  const word = foldLine(line).replace(/^:(?=.)/, '') || 'Enter';
  const key = word === 'note' || word === 'flag' ? word.charAt(0) : word;
  return key === 'q' || choices.some((c) => c.key === key) ? key : undefined;
}
