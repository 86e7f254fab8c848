import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { memoise } from '#core/base/memoise.ts';
import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { questionSentenceOf } from '../../language/question-sentence.ts';
import { languagesOf } from '../../views/option-sets.ts';

/** A question without options, answered in words, as it reads in one language. */
export interface Recalled {
  readonly lang: Lang;
  /** Without quotations and brackets. */
  readonly stem: string;
  /** The sentence of the stem that is the question. */
  readonly question: string;
  readonly stemPath: DataPath;
  readonly key: string;
  readonly keyPath: DataPath;
  /** Whether the answer is typed, not judged by the learner. */
  readonly typed: boolean;
}

const aside =
  /“[^“”]*”|"[^"]*"|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|`[^`]*`|[(（][^()（）]*[)）]/g;

/** Returns a question whose answer is recalled or typed, once per language; none for other kinds. */
export const recalledOf = memoise(readIn);

function readIn(located: LocatedItem): readonly Recalled[] {
  const { item } = located;
  const kind = kindOf(item);
  const [right] = kind.right(item);
  if (right === undefined || (kind.asks !== 'reveal' && kind.asks !== 'type')) return [];
  return languagesOf(located).map((lang) => {
    const stem = pickLanguage(item.stem, lang).replace(aside, '…').trim();
    return {
      lang,
      stem,
      question: questionSentenceOf(stem),
      stemPath: pathIn(item.stem, ['stem'], lang),
      key: pickLanguage(right.text, lang).trim(),
      keyPath: pathIn(right.text, right.path, lang),
      typed: kind.asks === 'type',
    };
  });
}

/** Returns whether a stem has more than one question mark. */
export function isAskingTwice({ stem }: Recalled): boolean {
  return (stem.match(/[?？]+/g)?.length ?? 0) > 1;
}
