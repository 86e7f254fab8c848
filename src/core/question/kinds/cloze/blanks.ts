import type { Lang } from '#core/base/text.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import type { ClozeItem } from './index.ts';
import { blankPattern } from './neighbours.ts';

/** The stem in each language; one for all of them has no name. */
export function stemsOf({ stem }: Pick<ClozeItem, 'stem'>): readonly (readonly [Lang, string])[] {
  return typeof stem === 'string' ? [['', stem]] : Object.entries(stem);
}

/** The names of the blanks of a stem in their order, each once. */
export function blanksOf(stem: string): readonly string[] {
  return [...new Set([...stem.matchAll(blankPattern)].map(([, name = '']) => name))];
}

/** What does not fit together in a cloze: blanks without an answer, and answers without a blank. */
export function blankFaultsOf(item: ClozeItem): readonly ShapeFault[] {
  const stems = stemsOf(item);
  const renamed = stems.map(([, stem]) => renamedIn(item, stem));
  const [name = '', ...others] = renamed.map((names) => names?.join());
  if (renamed[0] !== undefined && others.length > 0 && others.every((other) => other === name)) {
    const [was, is] = renamed[0];
    return [
      { path: ['accept'], message: `{{${was}}} is called {{${is}}} in the stem; use one name for both` },
    ];
  }
  return stems.flatMap(([lang, stem], i): readonly ShapeFault[] => {
    const path = lang === '' ? ['stem'] : ['stem', lang];
    if (/\{\{|\}\}/.test(stem.replace(blankPattern, ''))) {
      return [{ path, message: 'write a blank as {{name}}, with a name in lower-case ASCII letters' }];
    }
    if (blanksOf(stem).length === 0) return [{ path, message: 'no blank; write one as {{name}}' }];
    const names = renamed[i];
    if (names === undefined) return unmatched(item, stem, path);
    const message = `its blank {{${names[1]}}} is called {{${names[0]}}} in \`accept\`; use one name for both`;
    return [{ path, message }];
  });
}

/** The names in `accept` without a blank in a stem, and the blanks without a name in `accept`. */
function unmatchedNames({ accept }: ClozeItem, stem: string) {
  const [names, blanks] = [new Set(Object.keys(accept)), new Set(blanksOf(stem))];
  return { lost: [...names].filter((n) => !blanks.has(n)), open: [...blanks].filter((b) => !names.has(b)) };
}

/** The name in `accept` and the one in the stem, if exactly one blank has two names. */
function renamedIn(item: ClozeItem, stem: string): readonly [string, string] | undefined {
  const { lost, open } = unmatchedNames(item, stem);
  const [was, is] = [lost[0], open[0]];
  return was === undefined || is === undefined || lost.length + open.length > 2 ? undefined : [was, is];
}

function unmatched(item: ClozeItem, stem: string, path: readonly string[]): readonly ShapeFault[] {
  const { lost, open } = unmatchedNames(item, stem);
  const nothing = (name: string) =>
    `nothing is accepted for the blank {{${name}}} of \`${path.join('.')}\`; add an answer`;
  return [
    ...lost.map((name) => ({
      path,
      message: `the blank {{${name}}} of \`accept\` is not in it; add it here, or remove it there`,
    })),
    ...open.map((name) => ({ path: ['accept'], message: nothing(name) })),
  ];
}
