import { memoise, memoiseOne } from '#core/base/memoise.ts';
import { type Lang, mapLanguages, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import { type CommonItem, spokenLanguagesOf } from '#core/question/item.ts';
import type { Answer, Judgement, Remark } from '#core/question/prompt.ts';
import type { Dictionaries } from '#core/question/typed/dictionaries.ts';
import { makeAlong } from '#core/question/typed/matchers.ts';
import type { SimplifyScript } from '#core/question/typed/scripts.ts';
import { isAnotherWord } from '#core/question/typed/typo.ts';
import { defineKind, type Trial } from '../kind.ts';
import { ignorance, wordingsIn } from '../trials.ts';
import { longestOf } from '../typed.ts';
import { blankFaultsOf, blanksOf, stemsOf } from './blanks.ts';
import { pairBlanks, reorderBlanks } from './exchange.ts';
import { type Filled, makeFiller } from './filling.ts';
import { besidesIn, blankPattern, findWordAfter } from './neighbours.ts';
import { blankLabelOf, clozeHintOf, clozeKeysOf, gappedStemOf, shownKeyOf } from './showing.ts';

/** A stem with named blanks to fill in. */
export interface ClozeItem extends CommonItem {
  readonly kind: 'cloze';
  /** The accepted texts of each blank, by its name; the first is the key, and all languages count in every language. */
  readonly accept: Readonly<Record<string, readonly Text[]>>;
  /** The names of blanks whose answers may be exchanged. */
  readonly anyOrder?: readonly string[];
}

export const cloze = defineKind<ClozeItem>({
  name: 'cloze',
  alsoCalled: ['gap', 'fillin', 'fillintheblank', 'fillintheblanks'],
  asks: 'fill',
  title: { en: 'cloze', zh: '填空' },
  summary: 'A sentence with blanks to fill in by typing; partly right if some of the blanks are.',
  sample: async () => (await import('./cloze-sample.ts')).clozeSample,
  schema: (s) =>
    s.item<ClozeItem>(
      'cloze',
      {
        accept: s
          .record(s.list(s.text, 1, 99))
          .describe(
            'The correct answers for each `{{name}}` in the stem; the first is the one shown. Braces that are no blank are written `\\{{`.',
          ),
        anyOrder: s.optional(
          s
            .list(s.pattern<string>(/^[a-z][a-z0-9-]*$/, 'first'), 2)
            .describe('The names of blanks whose answers may be given in any order.'),
        ),
      },
      blankFaultsOf,
    ),
  prompt: (item, { lang }) => ({
    type: 'type-in',
    stem: gappedStemOf(item, lang),
    blanks: blanksOf(pickLanguage(item.stem, lang)).map((_, i) => blankLabelOf(i)),
    hint: item.hint === undefined ? clozeHintOf(item, lang) : pickLanguage(item.hint, lang),
  }),
  judge(item, answer, lang, have) {
    if (answer.type !== 'typed') return { type: 'judged', verdict: 'wrong', remarks: [] };
    if (answer.texts.every((t) => t.trim() === '')) return { type: 'refused', reason: { why: 'empty' } };
    const blanks = filledIn(item, answer.texts, lang, have);
    const without = judgementOf(blanks);
    const mayBeFolded = blanks.some(
      ({ right, given }) => !right && given.length < 1000 && /\p{Script=Han}/u.test(given),
    );
    if (mayBeFolded && have.simplify === undefined)
      return { type: 'wanting', dictionary: 'simplify', without };
    const { words } = have;
    const misspelt = blanks.filter((blank) => blank.misspelt !== undefined);
    if (misspelt.length === 0) return without;
    if (words === undefined) return { type: 'wanting', dictionary: 'words', without };
    const another = (blank: GivenBlank) =>
      blank.misspelt?.find((word) => isAnotherWord(word, blank.typoOf ?? '', words));
    const word = misspelt.map(another).find((one) => one !== undefined);
    if (word === undefined) return without;
    const meant = blanks.map((blank) => (another(blank) === undefined ? blank : { ...blank, right: false }));
    return {
      type: 'refused',
      reason: { why: 'another-word', word },
      insisted: judgementOf(meant),
    };
  },
  key: shownKeyOf,
  guess: () => 0,
  right: (item) =>
    Object.entries(item.accept).flatMap(([name, texts]) =>
      texts.map((text, i) => ({ slot: name, text, path: ['accept', name, i] })),
    ),
  typing(item, lang, slot, text) {
    const names = readingOf(item).stemIn(lang)?.names ?? [];
    const keys = clozeKeysOf(item, lang);
    return typed(names.map((name, i) => (name === slot ? text : (keys[i] ?? ''))));
  },
  *trials(item, lang) {
    yield ignorance;
    const keys = clozeKeysOf(item, lang);
    yield { answer: typed(keys), right: true, path: ['accept'], what: 'the first answer for each blank' };
    const nothing = typed(keys.map(() => ''));
    yield { answer: nothing, right: false, path: ['accept'], what: 'an empty answer' };
    const fill = fillersOf(item)(undefined);
    const names = readingOf(item).stemIn(lang)?.names ?? [];
    const right = names.map((name) => acceptedIn(item, name).find((text) => fill(name, text).right));
    for (const [i, name] of names.entries()) yield* triedIn(item, name, right.with(i, ''), i, lang);
    const { anyOrder = [] } = item;
    if (anyOrder.length === 0) return;
    const exchanged = typed(reorderBlanks(names, anyOrder, keys));
    yield { answer: exchanged, right: true, path: ['anyOrder'], what: 'the answers in another order' };
    const [first, second] = anyOrder.map((name) => names.indexOf(name));
    const twice = typed(keys.with(second ?? 0, keys[first ?? 0] ?? ''));
    yield { answer: twice, right: false, path: ['anyOrder'], what: 'the same answer twice' };
  },
  face: (item, lang) => ({ front: gappedStemOf(item, lang), back: shownKeyOf(item, lang) }),
});

/** A blank with what was given for it, and what that is. */
interface GivenBlank extends Filled {
  readonly blank: string;
  readonly given: string;
  readonly key: string;
}

function filledIn(
  item: ClozeItem,
  texts: readonly string[],
  lang: Lang,
  { simplify }: Dictionaries,
): readonly GivenBlank[] {
  const { stemIn, keysIn } = readingOf(item);
  const fill = fillersOf(item)(simplify);
  const keys = keysIn(lang);
  const names = stemIn(lang)?.names ?? [];
  const given = names.map((_, i) => (texts[i] ?? '').trim());
  const fillAs = (text: string, name: string): Filled =>
    text.length > (longestIn(item).get(name) ?? 0) ? { right: false } : fill(name, simplify?.(text) ?? text);
  const taken = pairBlanks(names, item.anyOrder ?? [], given, fillAs);
  return names.map((_, i) => {
    const text = given[i] ?? '';
    const { place = i, isRepeated = false } = taken[i] ?? {};
    const filled = isRepeated ? { right: false } : fillAs(text, names[place] ?? '');
    return { blank: blankLabelOf(i), given: text, key: keys[place] ?? '', ...filled };
  });
}

const longestIn = memoise(
  ({ accept }: ClozeItem) => new Map(Object.entries(accept).map(([name, texts]) => [name, longestOf(texts)])),
);

function judgementOf(blanks: readonly GivenBlank[]): Judgement {
  const remarks = blanks.flatMap(({ blank, given, key, right, typoOf }): readonly Remark[] => [
    { type: 'blank', blank, given, key, right },
    ...(typoOf === undefined || !right ? [] : [{ type: 'typo' as const, typed: given, meant: typoOf }]),
  ]);
  const right = blanks.filter((b) => b.right).length;
  const verdict = right === blanks.length ? 'correct' : right === 0 ? 'wrong' : 'partial';
  return { type: 'judged', verdict, remarks };
}

const typed = (texts: readonly string[]): Answer => ({ type: 'typed', texts });

/** The trials of one blank while the others are right. A blank without any right text is reported elsewhere. */
function* triedIn(
  item: ClozeItem,
  name: string,
  fillings: readonly (string | undefined)[],
  blank: number,
  lang: Lang,
): Generator<Trial> {
  const others = fillings.filter((text) => text !== undefined);
  if (others.length < fillings.length) return;
  yield { answer: typed(others), right: false, path: ['accept', name], what: 'an answer without this blank' };
  for (const [i, text] of (item.accept[name] ?? []).entries())
    for (const { words, path } of wordingsIn({ text, path: ['accept', name, i] })) {
      const what = i === 0 ? 'the correct answer for this blank' : 'this accepted answer';
      yield { answer: typed(others.with(blank, words)), right: true, path, what };
    }
  const next = findWordAfter(readingOf(item).stemIn(lang)?.besides.get(name) ?? []);
  if (next === undefined) return;
  const repeated = `${pickLanguage(item.accept[name]?.[0] ?? '', lang)}${next}`;
  const what = 'the correct answer for this blank with the word after it';
  yield { answer: typed(others.with(blank, repeated)), right: true, path: ['accept', name, 0], what };
}

const acceptedIn = ({ accept }: ClozeItem, name: string) => (accept[name] ?? []).flatMap(wordingsOf);

/** The data for grading an item, read once for any number of answers. */
const readingOf = memoise((item: ClozeItem) => {
  const stems = stemsOf(item).map(([lang, stem]) => {
    return { lang, stem, names: blanksOf(stem), besides: besidesIn(stem) };
  });
  const keys = new Map<Lang, readonly string[]>();
  function keysIn(lang: Lang): readonly string[] {
    const known = keys.get(lang) ?? clozeKeysOf(item, lang);
    keys.set(lang, known);
    return known;
  }
  return {
    keysIn,
    stemIn: (lang: Lang) => stems.find(({ stem }) => stem === pickLanguage(item.stem, lang)),
  };
});

/** What fills the blanks of an item, read once for any number of answers. */
const fillersOf = memoise((item: ClozeItem) =>
  memoiseOne((simplify: SimplifyScript | undefined) => {
    const fold = simplify ?? ((text: string) => text);
    const stems = stemsOf(item).map(([lang, stem]) => ({ lang, stem: fold(stem) }));
    const languages = spokenLanguagesOf(item);
    const along = makeAlong(
      stems.map(({ stem }) => stem.replace(blankPattern, ' ')),
      languages,
    );
    const texts = new Map(
      Object.entries(item.accept).map(([name, accept]) => [
        name,
        accept.map((text) => mapLanguages([text], ([words = '']) => fold(words))),
      ]),
    );
    const fillerOf = (name: string) => {
      const accept = texts.get(name) ?? [];
      const own = new Set(accept.flatMap(wordingsOf));
      const others = [...texts].flatMap(([other, accepted]) =>
        other === name ? [] : accepted.flatMap(wordingsOf).filter((text) => !own.has(text)),
      );
      const names = item.anyOrder?.includes(name) ? item.anyOrder : [name];
      const besides = stems.map(({ lang, stem }) => {
        const known = besidesIn(stem);
        return [lang, names.flatMap((one) => known.get(one) ?? [])] as const;
      });
      return makeFiller({ accept, besides, others, along, languages });
    };
    const fillers = new Map(Object.keys(item.accept).map((name) => [name, fillerOf(name)]));
    return (name: string, given: string): Filled => fillers.get(name)?.(given) ?? { right: false };
  }),
);
