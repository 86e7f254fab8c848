import type { Role } from '#core/bank/file-role.ts';
import { stringFieldsOf, stringsUnder } from '#core/bank/string-fields.ts';
import { groupBy } from '#core/base/group-by.ts';
import { type Lang, languagesOfText } from '#core/base/text.ts';
import { type Finding, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { untranslatedIn } from '#core/check/rules/text/translations.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';
import { isMapping } from '#core/yaml/data.ts';
import type { YamlSource } from '#core/yaml/source.ts';

const deck = (rationale: string) =>
  makeSampleDeck('title: Tokens', 'title: { en: Tokens, zh: 词元 }')
    .replace(
      'stem: What does BPE stand for?',
      'stem: { en: What does BPE stand for?, zh: BPE 是什么的缩写？ }',
    )
    .replace('key: Byte-pair encoding', 'key: { en: Byte-pair encoding, zh: 字节对编码 }')
    .replace(/rationale: .*/, `rationale:\n      ${rationale}`);
const en = 'en: It joins the most frequent pair of symbols into one, again and again.';

export const textMissingTranslation: Rule = {
  id: 'text/missing-translation',
  severity: 'warning',
  summary: 'In a multilingual deck every text must be in all languages, except names, numbers and code.',
  why: 'Otherwise learners meet a text that they cannot read, or an option that stands out by its language.',
  bad: deck(en),
  good: deck(`${en}\n      zh: 它一次又一次地把最常见的一对符号合并成一个。`),
  *check({ items, statements }) {
    const ofItem = entryOf('deck', 'items');
    for (const [source, own] of groupBy(items, (i) => i.source)) {
      const languages = usual(own.map(languagesOf));
      if (languages.length < 2) continue;
      yield* inHead(source, languages);
      for (const located of own)
        for (const { path, message } of untranslatedIn(located.item, languages, ofItem))
          yield placeInItem(located, { at: path, message });
    }
    const ofStatement = entryOf('notes', 'statements');
    for (const [source, own] of groupBy(statements, (s) => s.source)) {
      const languages = usual(own.map(({ statement }) => languagesOfText(statement.says, 'en')));
      if (languages.length < 2) continue;
      yield* inHead(source, languages);
      for (const { statement, place } of own)
        for (const { path, message } of untranslatedIn(statement, languages, ofStatement))
          yield { path: source.path, at: place(...path), message };
    }
  },
};

/** Returns the strings of an entry of a file's list. */
const entryOf = (role: Role, list: string) => stringsUnder(stringsUnder(stringFieldsOf(role), list), 0);

/** Yields the findings in the title, introduction and primer of a file. */
function* inHead(source: YamlSource, languages: readonly Lang[]): Generator<Finding> {
  const { title = null, intro = null, primer = null } = isMapping(source.data) ? source.data : {};
  for (const { path, message } of untranslatedIn({ title, intro, primer }, languages, stringFieldsOf('deck')))
    yield { path: source.path, at: source.place(path), message };
}

/** Returns the languages of at least half of some texts: one text in another language does not require it everywhere. */
function usual(texts: readonly (readonly Lang[])[]): readonly Lang[] {
  const counts = new Map<Lang, number>();
  for (const languages of texts) for (const lang of languages) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].flatMap(([lang, count]) => (count * 2 >= texts.length ? [lang] : []));
}
