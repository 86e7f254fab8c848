import type { LocatedBank, LocatedDeck, LocatedItem } from '#core/bank/located-bank.ts';
import { groupBy } from '#core/base/group-by.ts';
import { type Lang, languagesOfText, pathIn, pickLanguage, type Text } from '#core/base/text.ts';
import { placeAtTitle } from '#core/check/contract/place-at-title.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { recogniseOther } from '#core/check/language/recognise.ts';
import { foreignFieldsIn } from '#core/check/rules/text/foreign-fields.ts';
import { isMapping } from '#core/yaml/data.ts';

const german = (head: string) =>
  makeSampleDeck('title: Tokens', head)
    .replace('stem: What does BPE stand for?', 'stem: Wofür steht BPE bei der Zerlegung von Texten?')
    .replace(
      /rationale: .*/,
      'rationale: Das Verfahren fügt das häufigste Paar von Zeichen zu einem zusammen, und zwar so lange, bis die gewünschte Größe des Wortschatzes erreicht ist. Es war zuerst eine Methode der Kompression, die nicht für Sprache gedacht war, und wird nun von den meisten Modellen für die Zerlegung der Texte verwendet.',
    );

export const textWrongLanguage: Rule = {
  id: 'text/wrong-language',
  severity: 'info',
  summary:
    'The `language` of a deck should be that of its texts; without one, it is English. A single text should be in the language of its field.',
  why: 'The rules on wording look for words of that language, `--lang` picks texts by it, and typed answers are compared by its spelling.',
  bad: german('title: Tokens'),
  good: german('title: Tokens\nlanguage: de'),
  *check(bank) {
    const inFile = groupBy(bank.items, ({ source }) => source);
    for (const deck of bank.decks) yield* inDeck(bank, deck, inFile.get(deck.source) ?? []);
  },
};

/** As many characters tell a language; more would only take time. */
const enough = 6000;

function* inDeck(bank: LocatedBank, deck: LocatedDeck, items: readonly LocatedItem[]): Generator<Finding> {
  const whole = new Set<Lang>();
  for (const [lang, text] of textsOf(items)) {
    const other = recogniseOther(text, lang);
    if (other === undefined) continue;
    whole.add(lang);
    yield finding(bank, deck, lang, other, items);
  }
  yield* foreignFieldsIn(items, whole);
}

/** Returns the prose of some questions by language. */
function textsOf(items: readonly LocatedItem[]): ReadonlyMap<Lang, string> {
  const texts = new Map<Lang, string>();
  const add = (text: Text, language: Lang) => {
    for (const lang of languagesOfText(text, language)) {
      const so = texts.get(lang) ?? '';
      if (so.length < enough) texts.set(lang, `${so}\n${pickLanguage(text, lang).replace(code, ' ')}`);
    }
  };
  for (const { item, language } of items) {
    add(item.stem, language);
    add(item.rationale, language);
    if ([...texts.values()].every((text) => text.length >= enough)) break;
  }
  return texts;
}

const code = /```[\s\S]*?```|`[^`]*`|https?:\S+/g;

function finding(
  { frames }: LocatedBank,
  deck: LocatedDeck,
  lang: Lang,
  other: Lang,
  items: readonly LocatedItem[],
): Finding {
  const { source } = deck;
  const [first] = items;
  const named = isMapping(source.data) && 'language' in source.data;
  const isTag = first !== undefined && typeof first.item.stem !== 'string' && lang in first.item.stem;
  if (isTag) {
    const at = first.place(...pathIn(first.item.stem, ['stem'], lang));
    const message = `the texts under \`${lang}\` read like \`${other}\`; put them under \`${other}\``;
    return { path: source.path, at, message };
  }
  if (named) {
    const message = `the texts of this deck read like \`${other}\`, not like \`${lang}\`; write \`language: ${other}\``;
    return { path: source.path, at: source.place(['language']), message };
  }
  const why = frames.some(({ frame }) => frame.language !== undefined) ? 'that of the bank' : 'English';
  const message = `the texts of this deck read like \`${other}\`, but without \`language\` it counts as ${why}; add \`language: ${other}\``;
  return { ...placeAtTitle(deck), message };
}
