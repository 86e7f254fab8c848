import { groupBy } from '#core/base/group-by.ts';
import { tally } from '#core/base/tally.ts';
import { pickLanguage, type Text } from '#core/base/text.ts';
import { type Finding, placeInItem, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon/index.ts';
import { stemWord, wordsOf } from '#core/check/language/words.ts';
import { type AskedText, askedIn, offeredIn } from '#core/check/rules/bank/asked.ts';
import { hasPhrase, holdersOf, phraseNameOf } from '#core/check/rules/bank/phrases.ts';
import { findNegation } from '#core/check/rules/item/negative-question.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import type { Asks } from '#core/question/kinds/kind.ts';

/** A phrase in more questions than this, or one made of words in more than this, belongs to the subject and gives nothing away. */
const rare = { phrase: 3, word: 10 };
/** Shorter answers are found everywhere. */
const shortest = { words: 2, letters: 6, han: 4 };
/** Longer answers do not occur in another stem word by word. */
const longest = 12;

const other = (fact: string) => `  - id: unknown-words
    kind: recall
    level: 2
    tags: [tokens]${fact}
    stem: Why can a model with BPE, which stands for byte-pair encoding, read a word it has never seen?
    key: It cuts the word into smaller symbols that it knows.
    rationale: Single symbols stay in the vocabulary, so that any word can be put together from them.
    sources:
      - title: Neural Machine Translation of Rare Words with Subword Units
        url: https://aclanthology.org/P16-1162
`;

export const bankAnswerLeak: Rule = {
  id: 'bank/answer-leak',
  severity: 'warning',
  sometimes: 'info',
  summary: 'A stem must not contain the answer to another question on its topic, unless they share a `fact`.',
  why: 'Learners who get both on one day read off the answer. Questions that share a `fact` are asked on different days.',
  bad: sampleDeck + other(''),
  good: sampleDeck.replace('tags: [tokens]', 'tags: [tokens]\n    fact: bpe') + other('\n    fact: bpe'),
  *check(bank) {
    // A phrase that is rare in part of a bank may be common in the whole.
    if (!bank.whole) return;
    const reported = new Set<string>();
    for (const asked of groupBy(askedIn(bank).all, (a) => a.lang).values())
      for (const { reader, answer } of leaksAmong(asked)) {
        const pair = `${reader.index} ${answer.of.index}`;
        if (!reported.has(pair)) yield leak(reader, answer);
        reported.add(pair);
      }
  },
};

function leaksAmong(asked: readonly AskedText[]) {
  const answersIn = asked.map(answersOf);
  const answers = answersIn.flat();
  const texts = asked.map((one, i) => wordsShown(one, answersIn[i] ?? []));
  const holders = holdersOf(
    answers.map((a) => a.words),
    texts,
    rare.phrase,
  );
  const leaks = answers.flatMap((answer) =>
    (holders.get(phraseNameOf(answer.words)) ?? []).flatMap((place) => {
      const reader = asked[place];
      return reader !== undefined && givesAway(reader, answer) ? [{ reader, answer }] : [];
    }),
  );
  const isRare = rarity(texts, new Set(leaks.flatMap(({ answer }) => answer.words)));
  return leaks.filter(({ answer }) => answer.words.some(isRare));
}

/** A correct answer to pick, type or recall. */
interface KeyPhrase {
  readonly of: AskedText;
  readonly text: string;
  readonly words: readonly string[];
}

function answersOf(of: AskedText): readonly KeyPhrase[] {
  return keysOf(of.located.item).flatMap((key) => {
    const text = pickLanguage(key, of.lang);
    const words = wordsOf(text);
    return isTelling(text, words) ? [{ of, text, words }] : [];
  });
}

/** Returns the correct answer to each thing that is picked, typed or recalled; none if only several together are correct. */
function keysOf(item: Item): readonly Text[] {
  const { asks, right } = kindOf(item);
  if (!byItself.includes(asks)) return [];
  return [...groupBy(right(item), ({ slot }) => slot).values()].flatMap(([key]) =>
    key === undefined ? [] : [key.text],
  );
}

const byItself: readonly Asks[] = ['pick-one', 'type', 'fill', 'reveal'];

function isTelling(text: string, { length }: readonly string[]): boolean {
  if (length > longest || !/\p{L}/u.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > 0) return han >= shortest.han;
  return length >= shortest.words || text.length >= shortest.letters;
}

/** Returns all words that a learner sees, and those of the answers. */
function wordsShown(asked: AskedText, answers: readonly KeyPhrase[]): readonly string[] {
  const set = optionSetsOf(asked.located).find((s) => s.lang === asked.lang);
  const offered = set?.options.map((o) => o.words) ?? [wordsOf(offeredIn(asked))];
  return asked.stemWords.concat(...offered, ...(set === undefined ? answers.map((a) => a.words) : []));
}

/** Returns a test for words that few texts have. */
function rarity(texts: readonly (readonly string[])[], of: ReadonlySet<string>): (word: string) => boolean {
  const holding = of.size === 0 ? [] : texts;
  const counts = tally(holding.flatMap((words) => [...new Set(words.filter((word) => of.has(word)))]));
  return (word) => (counts.get(word) ?? 0) <= rare.word;
}

function givesAway(reader: AskedText, { of, words }: KeyPhrase): boolean {
  const [one, other] = [reader.located, of.located];
  if (reader.index === of.index || !hasPhrase(reader.stemWords, words)) return false;
  if (one.item.fact !== undefined && one.item.fact === other.item.fact) return false;
  if (one.deck !== other.deck && !one.item.tags.some((tag) => other.item.tags.includes(tag))) return false;
  if (sharedWithQuestion(reader, of, words) < shares.info) return false;
  // What is not so is no answer to find in a text.
  if (findNegation(of.stem, of.lang) !== undefined) return false;
  // If the stem names a distractor too, it does not say which of them is correct.
  const set = optionSetsOf(other).find((s) => s.lang === of.lang);
  return !set?.distractors.some((d) => d.words.length > 0 && hasPhrase(reader.stemWords, d.words));
}

/** The share of the words of a question that a stem must have to be reported: more of them, and it speaks of the same. */
const shares = { info: 0.25, warning: 0.5 };

/** Returns how much of what a question asks a stem speaks of, besides the answer; 0 if it only shares one word. */
function sharedWithQuestion(
  reader: AskedText,
  { lang, stemWords }: AskedText,
  answer: readonly string[],
): number {
  const { functionWords } = lexiconOf(lang);
  const told = new Set(reader.stemWords.map(stemWord));
  const own = new Set(answer.map(stemWord));
  const asked = new Set(
    stemWords.flatMap((word) => (functionWords.has(word) || word.length < 2 ? [] : [stemWord(word)])),
  );
  const rest = [...asked].filter((word) => !own.has(word));
  // `What is it called?` asks for the answer alone.
  if (rest.length === 0) return 1;
  const shared = rest.filter((word) => told.has(word)).length;
  return shared === 1 && rest.length > 1 ? Math.min(shared / rest.length, shares.info) : shared / rest.length;
}

function leak(reader: AskedText, { of, text, words }: KeyPhrase): Finding {
  const { id } = of.located.item;
  return placeInItem(reader.located, {
    at: reader.stemPath,
    severity: sharedWithQuestion(reader, of, words) >= shares.warning ? 'warning' : 'info',
    message: `this stem gives away “${text}”, the answer to \`${id}\`; reword it, or give both questions the same \`fact\` so that they are asked on different days`,
    related: [pointTo(of.located, of.stemPath, `the question it answers, \`${id}\``)],
  });
}
