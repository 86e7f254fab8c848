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

/** What does not fit together in a cloze: blanks without an answer, answers without a blank, and exchanges of blanks that are none. */
export function blankFaultsOf(item: ClozeItem): readonly ShapeFault[] {
  const faults = acceptFaultsOf(item);
  return faults.length > 0 ? faults : orderFaultsOf(item);
}

function acceptFaultsOf(item: ClozeItem): readonly ShapeFault[] {
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
    if (hasStrayBraces(stem)) return [{ path, message: strayBraces }];
    if (blanksOf(stem).length === 0) return [{ path, message: 'no blank; write one as {{name}}' }];
    const names = renamed[i];
    if (names === undefined) return unmatched(item, stem, path);
    const message = `its blank {{${names[1]}}} is called {{${names[0]}}} in \`accept\`; use one name for both`;
    return [{ path, message }];
  });
}

const strayBraces =
  'write a blank as {{name}}, with a name in lower-case ASCII letters, and braces to be shown as \\{{';

/** True if braces are neither a blank nor marked to be shown. */
function hasStrayBraces(stem: string): boolean {
  const rest = stem.replace(blankPattern, '');
  const count = (braces: RegExp) => rest.match(braces)?.length ?? 0;
  return count(/(?<!\\)\{\{/g) > 0 || count(/\}\}/g) > count(/\\\{\{/g);
}

/** What is wrong with the blanks that may be exchanged. */
function orderFaultsOf({ stem, anyOrder = [] }: ClozeItem): readonly ShapeFault[] {
  const names = new Set(stemsOf({ stem }).flatMap(([, words]) => blanksOf(words)));
  return anyOrder.flatMap((name, i) => {
    const path = ['anyOrder', i];
    if (!names.has(name)) return [{ path, message: `no blank {{${name}}} is in the stem` }];
    return anyOrder.indexOf(name) === i ? [] : [{ path, message: `{{${name}}} is here already; remove it` }];
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
