import type { LocatedItem } from '../../bank/located-bank.ts';
import type { DataPath } from '../../base/data-path.ts';
import { oncePer } from '../../base/once-per.ts';
import { type Lang, pathIn, pick } from '../../base/text.ts';
import { questionSentence } from '../language/question-sentence.ts';
import { languagesOf } from './option-sets.ts';

/** A question without options, answered in words, as it reads in one language. */
export interface Recalled {
  readonly lang: Lang;
  /** Without what it quotes, and what it says in brackets. */
  readonly stem: string;
  /** The sentence of the stem that asks. */
  readonly question: string;
  readonly stemPath: DataPath;
  readonly key: string;
  readonly keyPath: DataPath;
  /** Typed word by word, and not judged by the learner. */
  readonly typed: boolean;
}

const aside =
  /“[^“”]*”|"[^"]*"|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|`[^`]*`|[(（][^()（）]*[)）]/g;

/** A question to recall or type the answer of, once per language; none for other kinds. */
export const recalled = oncePer(readIn);

function readIn(located: LocatedItem): readonly Recalled[] {
  const { item } = located;
  if (item.kind !== 'recall' && item.kind !== 'text') return [];
  return languagesOf(located).map((lang) => {
    const stem = pick(item.stem, lang).replace(aside, '…').trim();
    return {
      lang,
      stem,
      question: questionSentence(stem),
      stemPath: pathIn(item.stem, ['stem'], lang),
      key: pick(item.key, lang).trim(),
      keyPath: pathIn(item.key, ['key'], lang),
      typed: item.kind === 'text',
    };
  });
}

/** Whether a stem asks more than once. */
export function asksTwice({ stem }: Recalled): boolean {
  return (stem.match(/[?？]+/g)?.length ?? 0) > 1;
}
