import { memoise } from '#core/base/memoise.ts';
import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem } from '#core/question/item.ts';
import type { Answer, Remark } from '#core/question/prompt.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import { defineKind, type Trial } from '../kind.ts';
import { ignorance, wordingsIn } from '../trials.ts';
import { hintBeginning, hintRange } from '../typed.ts';
import { type Filled, makeFiller, numbersIn } from './filling.ts';
import { besidesIn, blankPattern, findWordAfter } from './neighbours.ts';

/** A stem with named blanks to fill in. */
export interface ClozeItem extends CommonItem {
  readonly kind: 'cloze';
  /** The accepted texts of each blank, by its name; the first is the key, and all languages count in every language. */
  readonly accept: Readonly<Record<string, readonly Text[]>>;
}

export const cloze = defineKind<ClozeItem>({
  name: 'cloze',
  alsoCalled: ['gap', 'fillin', 'fillintheblank', 'fillintheblanks'],
  asks: 'fill',
  title: { en: 'cloze', zh: '填空' },
  summary: 'A sentence with blanks to fill in by typing; partly right if some of the blanks are.',
  schema: (s) =>
    s.item<ClozeItem>(
      'cloze',
      {
        accept: s
          .record(s.list(s.text, 1, 99))
          .describe('The correct answers for each `{{name}}` in the stem; the first is the one shown.'),
      },
      faultsOf,
    ),
  prompt: (item, { lang }) => ({
    type: 'type-in',
    stem: withGaps(item, lang),
    blanks: blanksOf(pickLanguage(item.stem, lang)).map((_, i) => numbered(i)),
    hint: item.hint === undefined ? hintOf(item, lang) : pickLanguage(item.hint, lang),
  }),
  judge(item, answer, lang) {
    if (answer.type !== 'typed') return { type: 'judged', verdict: 'wrong', remarks: [] };
    if (answer.texts.every((t) => t.trim() === '')) return { type: 'refused', reason: { why: 'empty' } };
    const { fill, stemIn, keysIn } = readingOf(item);
    const keys = keysIn(lang);
    const blanks = (stemIn(lang)?.names ?? []).map((name, i) => {
      const given = (answer.texts[i] ?? '').trim();
      return { blank: numbered(i), given, key: keys[i] ?? '', ...fill(name, given) };
    });
    const remarks = blanks.flatMap(({ blank, given, key, right, typoOf }): readonly Remark[] => [
      { type: 'blank', blank, given, key, right },
      ...(typoOf === undefined ? [] : [{ type: 'typo' as const, typed: given, meant: typoOf }]),
    ]);
    const right = blanks.filter((b) => b.right).length;
    const verdict = right === blanks.length ? 'correct' : right === 0 ? 'wrong' : 'partial';
    return { type: 'judged', verdict, remarks };
  },
  key: shown,
  guess: () => 0,
  right: (item) =>
    Object.entries(item.accept).flatMap(([name, texts]) =>
      texts.map((text, i) => ({ slot: name, text, path: ['accept', name, i] })),
    ),
  *trials(item, lang) {
    yield ignorance;
    const keys = keysOf(item, lang);
    yield { answer: typed(keys), right: true, path: ['accept'], what: 'the first answer for each blank' };
    const nothing = typed(keys.map(() => ''));
    yield { answer: nothing, right: false, path: ['accept'], what: 'an empty answer' };
    const { fill, stemIn } = readingOf(item);
    const names = stemIn(lang)?.names ?? [];
    const right = names.map((name) => acceptedIn(item, name).find((text) => fill(name, text).right));
    for (const [i, name] of names.entries()) yield* triedIn(item, name, right.with(i, ''), i, lang);
  },
  face: (item, lang) => ({ front: withGaps(item, lang), back: shown(item, lang) }),
});

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
  const fillerOf = (name: string) => {
    const besides = stems.map((stem) => [stem.lang, stem.besides.get(name) ?? []] as const);
    return makeFiller({ accept: item.accept[name] ?? [], besides });
  };
  const names = new Set(stems.flatMap((stem) => stem.names));
  const fillers = new Map([...names].map((name) => [name, fillerOf(name)]));
  const keys = new Map<Lang, readonly string[]>();
  function keysIn(lang: Lang): readonly string[] {
    const known = keys.get(lang) ?? keysOf(item, lang);
    keys.set(lang, known);
    return known;
  }
  return {
    keysIn,
    fill: (name: string, given: string): Filled => fillers.get(name)?.(given) ?? { right: false },
    stemIn: (lang: Lang) => stems.find(({ stem }) => stem === pickLanguage(item.stem, lang)),
  };
});

/** The names of the blanks of a stem in their order, each once. */
function blanksOf(stem: string): readonly string[] {
  return [...new Set([...stem.matchAll(blankPattern)].map(([, name = '']) => name))];
}

function numbered(index: number): string {
  return `[${index + 1}]`;
}

function withGaps(item: ClozeItem, lang: Lang): string {
  const stem = pickLanguage(item.stem, lang);
  const names = blanksOf(stem);
  if (names.length === 1) return stem.replace(blankPattern, '____');
  const places = new Map(names.map((name, i) => [name, i]));
  return stem.replace(blankPattern, (_, name: string) => `${numbered(places.get(name) ?? 0)} ____`);
}

function keysOf(item: ClozeItem, lang: Lang): readonly string[] {
  return blanksOf(pickLanguage(item.stem, lang)).map((name) =>
    pickLanguage(item.accept[name]?.[0] ?? '', lang),
  );
}

function shown(item: ClozeItem, lang: Lang): string {
  const keys = keysOf(item, lang);
  if (keys.length === 1) return keys.join();
  return keys.map((key, i) => `${numbered(i)} ${key}`).join(pickLanguage({ en: '; ', zh: '；' }, lang));
}

function hintOf(item: ClozeItem, lang: Lang): string {
  const hints = keysOf(item, lang).map((key) => {
    const [value] = numbersIn(key, /[%％]$/.test(key));
    if (value === undefined) return hintBeginning(key, lang);
    const sort = /^(19|20)\d\d$/.test(key) ? 'year' : /[%％]$/.test(key) ? 'percent' : 'plain';
    return hintRange(value, sort, lang);
  });
  return hints.length === 1 ? hints.join() : hints.map((hint, i) => `${numbered(i)} ${hint}`).join(' ');
}

/** The stem in each language; one for all of them has no name. */
function stemsOf({ stem }: ClozeItem): readonly (readonly [Lang, string])[] {
  return typeof stem === 'string' ? [['', stem]] : Object.entries(stem);
}

function faultsOf(item: ClozeItem): readonly ShapeFault[] {
  const stems = stemsOf(item);
  const renamed = stems.map(([, stem]) => renamedIn(item, stem));
  const [name = '', ...others] = renamed.map((names) => names?.join());
  if (renamed[0] !== undefined && others.length > 0 && others.every((other) => other === name)) {
    const [was, is] = renamed[0];
    return [
      { path: ['accept'], message: `{{${was}}} is called {{${is}}} in the stem; use one name for both` },
    ];
  }
  return stems.flatMap(([lang, stem], i): readonly ShapeFault[] => {
    const path = lang === '' ? ['stem'] : ['stem', lang];
    if (/\{\{|\}\}/.test(stem.replace(blankPattern, ''))) {
      return [{ path, message: 'write a blank as {{name}}, with a name in lower-case ASCII letters' }];
    }
    if (blanksOf(stem).length === 0) return [{ path, message: 'no blank; write one as {{name}}' }];
    const names = renamed[i];
    if (names === undefined) return unmatched(item, stem, path);
    const message = `its blank {{${names[1]}}} is called {{${names[0]}}} in \`accept\`; use one name for both`;
    return [{ path, message }];
  });
}

/** The names in `accept` without a blank in a stem, and the blanks without a name in `accept`. */
function unmatchedNames({ accept }: ClozeItem, stem: string) {
  const [names, blanks] = [new Set(Object.keys(accept)), new Set(blanksOf(stem))];
  return { lost: [...names].filter((n) => !blanks.has(n)), open: [...blanks].filter((b) => !names.has(b)) };
}

/** The name in `accept` and the one in the stem, if exactly one blank has two names. */
function renamedIn(item: ClozeItem, stem: string): readonly [string, string] | undefined {
  const { lost, open } = unmatchedNames(item, stem);
  const [was, is] = [lost[0], open[0]];
  return was === undefined || is === undefined || lost.length + open.length > 2 ? undefined : [was, is];
}

function unmatched(item: ClozeItem, stem: string, path: readonly string[]): readonly ShapeFault[] {
  const { lost, open } = unmatchedNames(item, stem);
  const nothing = (name: string) =>
    `nothing is accepted for the blank {{${name}}} of \`${path.join('.')}\`; add an answer`;
  return [
    ...lost.map((name) => ({
      path,
      message: `the blank {{${name}}} of \`accept\` is not in it; add it here, or remove it there`,
    })),
    ...open.map((name) => ({ path: ['accept'], message: nothing(name) })),
  ];
}
