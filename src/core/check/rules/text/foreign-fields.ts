import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, languagesOfText, pathIn, pickLanguage, type Text } from '#core/base/text.ts';
import { type Finding, placeInItem } from '#core/check/contract/rule.ts';
import { recogniseForeign } from '#core/check/language/foreign.ts';
import { kindOf } from '#core/question/kinds/index.ts';

/** A text of a question that is in another language than its field says. */
interface Foreign {
  readonly located: LocatedItem;
  readonly at: DataPath;
  readonly lang: Lang;
  readonly other: Lang;
  /** True of a stem or of options, which may be what a deck on that language asks about. */
  readonly mayBeSubject: boolean;
  readonly what: string;
}

/** A deck on a language has texts in it. */
const mostOfSubject = 0.1;

/** Returns findings for the texts of some questions of a deck that are in another language than their fields say, but for those under `known`. */
export function* foreignFieldsIn(
  items: readonly LocatedItem[],
  known: ReadonlySet<Lang>,
): Generator<Finding> {
  const all = items.flatMap((located) => [...foreignIn(located)]).filter(({ lang }) => !known.has(lang));
  const subjects = new Set(all.flatMap((one) => (one.mayBeSubject ? [one.located] : [])));
  const isSubject = subjects.size > Math.max(1, items.length * mostOfSubject);
  for (const { located, at, lang, other, mayBeSubject, what } of all) {
    if (isSubject && mayBeSubject) continue;
    const message = `${what} like \`${other}\`, not like \`${lang}\`; translate it`;
    yield { ...placeInItem(located, { at, message }), severity: 'warning' };
  }
}

function* foreignIn(located: LocatedItem): Generator<Foreign> {
  const { item, language } = located;
  function* inText(text: Text, path: DataPath, mayBeSubject: boolean): Generator<Foreign> {
    for (const lang of languagesOfText(text, language)) {
      const words = pickLanguage(text, lang);
      const other = words.length < shortest ? undefined : recogniseForeign(words, lang);
      if (other === undefined || isReportedElsewhere(text, lang, other)) continue;
      yield { located, at: pathIn(text, path, lang), lang, other, mayBeSubject, what: 'this text reads' };
    }
  }
  yield* inText(item.stem, ['stem'], true);
  yield* inText(item.rationale, ['rationale'], false);
  if (item.hint !== undefined) yield* inText(item.hint, ['hint'], false);
  const options = kindOf(item).options?.(item) ?? [];
  for (const { why, path } of options)
    if (why !== undefined) yield* inText(why, [...path.slice(0, -1), 'why'], false);
  const [first] = options;
  if (first === undefined) return;
  for (const lang of languagesOfText(first.text, language)) {
    const words = options.map(({ text }) => pickLanguage(text, lang)).join(' / ');
    const other = recogniseForeign(words, lang, true);
    if (other === undefined || isReportedElsewhere(first.text, lang, other)) continue;
    if (asksForLanguage.test(pickLanguage(item.stem, lang))) continue;
    const what = 'the options read';
    yield { located, at: pathIn(first.text, first.path, lang), lang, other, mayBeSubject: true, what };
  }
}

/** Words of questions on a language, whose options are in it. */
const asksForLanguage =
  /\b(?:translat\w*|languages?|sentences?|phrases?|idioms?|mottos?|titles?|names?|called|named|(?:Engl|Span|Swed|Dan|Pol|Turk|Finn|Ir)ish|French|German|Italian|Latin|Portuguese|Dutch|Russian|Chinese|Japanese|Arabic|Korean|Greek|\p{L}*sprach\p{L}*|\p{L}*übersetz\p{L}*|\p{Lu}\p{L}+isch(?:en)?|Deutsche?n?|Sätze?|Satz|tradu[icz]\p{L}*|langues?|phrases?|français|anglais|allemand|espagnol|idioma|lengua|inglés|francés|alemán|español)(?!\p{L})|[英法德俄日韩汉中拉][语文国]|语言|翻译|译|語|訳|外文|句子/iu;

/** No sentence is shorter, in characters of any script. */
const shortest = 10;

/** English under `zh` and the reverse are missing translations where a text is in both. */
const isReportedElsewhere = (text: Text, lang: Lang, other: Lang) =>
  typeof text !== 'string' && [lang, other].every((one) => /^(?:en|zh)(?:-|$)/.test(one));
