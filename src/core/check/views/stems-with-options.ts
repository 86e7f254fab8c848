import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { memoise } from '#core/base/memoise.ts';
import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { lexiconOf, pickByLanguage } from '../language/lexicon/index.ts';
import { languagesOf } from './option-sets.ts';

/** A stem and its options in one language. */
export interface StemWithOptions {
  readonly lang: Lang;
  readonly stem: string;
  readonly stemPath: DataPath;
  readonly options: readonly { readonly text: string; readonly path: DataPath }[];
}

/** Returns a choice, of one or several, as it reads in each of its languages; nothing for other kinds. */
export const stemsWithOptionsOf = memoise(readIn);

function readIn(located: LocatedItem): readonly StemWithOptions[] {
  const { item } = located;
  const kind = kindOf(item);
  if (kind.asks !== 'pick-one' && kind.asks !== 'pick-many') return [];
  const options = kind.options?.(item) ?? [];
  return languagesOf(located).map((lang) => ({
    lang,
    stem: pickLanguage(item.stem, lang),
    stemPath: pathIn(item.stem, ['stem'], lang),
    options: options.map(({ text, path }) => ({
      text: pickLanguage(text, lang),
      path: pathIn(text, path, lang),
    })),
  }));
}

/** Returns the first negative option; options that refer to the others, titles, names and code do not count. */
export function findNegatedOption({
  options,
  lang,
}: StemWithOptions): StemWithOptions['options'][number] | undefined {
  const { negation, noneOfTheAbove } = lexiconOf(lang);
  return options.find(
    ({ text }) =>
      negation.test(text) &&
      !noneOfTheAbove.test(text.trim()) &&
      !isTitle(text, lang) &&
      /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.trim()) &&
      negation.test(text.replace(unsaid, ' ').replace(pickByLanguage(added, lang) ?? unsaid, ' ')),
  );
}

/** What an option quotes, names or adds, and does not deny: code, quotations, brackets, operators, words that contain a negation. */
const unsaid =
  /`[^`]*`|\([^()]*\)|（[^（）]*）|, not [^,.;]*$|(?<![\p{L}])without(?![\p{L}])|不(?:等[式号]|[稳慎休良足明全适利幸安满锈定均止宁振畅调爽佳顺化寐眠思易甚洁⼩小大]|规则|饱和|可逆|动产)|“[^”]*”|"[^"]*"|《[^》]*》|(?<![\p{L}])(?:NOT|NO|NOR|NONE)(?![\p{L}])/gu;

/** The same of other languages: what an option only adds, and things that are named by what they lack. */
const added: Readonly<Record<Lang, RegExp>> = {
  de: /,(?: und)? (?:nicht|keine?[mnrs]?) [^,.;]*$|(?<!\p{L})ohne(?!\p{L})/giu,
  fr: /,(?: et)? (?:non|pas) [^,.;]*$|(?<!\p{L})sans(?!\p{L})/giu,
  es: /,(?: y)? no [^,.;]*$|(?<!\p{L})sin(?!\p{L})/giu,
  ja: /[^、。]*(?:ではなく|でなく|なしで|なしの)/gu,
};

/** Returns whether a text is a title or a name: most of its longer words are written with a capital, and not only the first; in German, any noun is. */
export function isTitle(text: string, lang: Lang): boolean {
  if (lang.startsWith('de')) return false;
  const words = text.match(/(?<![\p{L}'’])\p{L}[\p{L}'’]*/gu) ?? [];
  const later = words.slice(1).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return later.length > 0 && later.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= later.length * 2;
}
