import { compareText } from '#core/question/typed/compare-text.ts';
import { pairMost } from '../pair-most.ts';
import type { Filled } from './filling.ts';

/** The blank whose answer a text is taken for, and whether another blank was given the same. */
export interface Taken {
  readonly place: number;
  readonly isRepeated: boolean;
}

/** For each blank of a stem the one whose answer it was given, so that as many as possible are right. */
export function pairBlanks(
  names: readonly string[],
  anyOrder: readonly string[],
  given: readonly string[],
  fill: (given: string, name: string) => Filled,
): readonly Taken[] {
  const group = names.flatMap((name, place) => (anyOrder.includes(name) ? [place] : []));
  const texts = group.map((place) => given[place] ?? '');
  const repeated = texts.map((text, i) =>
    texts.slice(0, i).some((other) => text !== '' && compareText(text, other) === 'same'),
  );
  const fits = texts.map((text, i) => (repeated[i] ? [] : fitsOf(text, i)));
  function fitsOf(text: string, own: number): readonly number[] {
    const filled = group.map((place) => fill(text, names[place] ?? ''));
    const cost = (at: number) => (filled[at]?.typoOf === undefined ? 0 : 2) + (at === own ? 0 : 1);
    return [...group.keys()].filter((at) => filled[at]?.right).sort((a, b) => cost(a) - cost(b));
  }
  const pairs = pairMost(fits);
  const held = new Set(pairs.values());
  // What is right for none keeps its own place if that is free, or takes one that is left.
  const homeless = [...group.keys()].filter((at) => !pairs.has(at) && held.has(at));
  const spare = [...group.keys()].filter((at) => pairs.has(at) && !held.has(at));
  const rest = (at: number) => (held.has(at) ? spare[homeless.indexOf(at)] : at);
  return names.map((_, place) => {
    const at = group.indexOf(place);
    if (at === -1) return { place, isRepeated: false };
    const taken = pairs.get(at) ?? rest(at) ?? at;
    return { place: group[taken] ?? place, isRepeated: repeated[at] ?? false };
  });
}

/** The texts of blanks with those exchanged that may be: each gets the next one's. */
export function reorderBlanks(
  names: readonly string[],
  anyOrder: readonly string[],
  texts: readonly string[],
): readonly string[] {
  const group = names.flatMap((name, place) => (anyOrder.includes(name) ? [place] : []));
  return texts.map((text, place) => {
    const at = group.indexOf(place);
    return at === -1 ? text : (texts[group[(at + 1) % group.length] ?? place] ?? text);
  });
}
