import { wordingsOf } from '#core/base/text.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import { readyOf } from '#core/question/typed/compare-text.ts';
import { letteringOf } from '#core/question/typed/match-exactly.ts';
import type { WrittenText } from '../kind.ts';
import { acceptedIn, partsIn } from './answers.ts';
import type { TextItem } from './index.ts';

/** What does not fit together in a text item: answers that are both accepted and rejected, and parts that are the same. */
export function textFaultsOf(item: TextItem): readonly ShapeFault[] {
  const parts = partsIn(item);
  const rejected = item.reject.map(({ text }, i): WrittenText => ({ text, path: ['reject', i, 'text'] }));
  const inBoth = (
    texts: readonly WrittenText[],
    others: readonly WrittenText[],
    say: (text: string) => string,
  ) => commonTo(item, texts, others).map(({ path, both }) => ({ path, message: say(both) }));
  return [
    ...inBoth(
      rejected,
      [...acceptedIn(item), ...parts.flat()],
      (both) => `“${both}” is also accepted; remove it from one of the two`,
    ),
    ...parts.flatMap((forms, i) =>
      inBoth(
        forms,
        parts.slice(0, i).flat(),
        (both) => `“${both}” is also a form of another part; remove it from one of the two`,
      ),
    ),
  ];
}

/** The texts of a list that are in another one as well, as the grader compares them. */
function commonTo(item: TextItem, texts: readonly WrittenText[], others: readonly WrittenText[]) {
  if (texts.length === 0) return [];
  const known = others.flatMap(({ text }) => wordingsOf(text));
  const same = item.exact ? sameLettersAs(known) : readyOf(known).same;
  return texts.flatMap(({ text, path }) => {
    const places = wordingsOf(text).flatMap((words) => same(words) ?? []);
    const both = known[Math.min(...places)];
    return both === undefined ? [] : [{ path, both }];
  });
}

/** The place of the first text that is the same letter by letter. */
function sameLettersAs(known: readonly string[]): (text: string) => number | undefined {
  const places = new Map(known.map((text, place) => [letteringOf(text), place] as const).reverse());
  return (text) => places.get(letteringOf(text));
}
