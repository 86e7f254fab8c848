import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConverterFactory } from 'opencc-js/core';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wordingsOf } from '#core/base/text.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import { shapes } from '#core/question/shapes.ts';
import type { Dictionaries } from '#core/question/typed/dictionaries.ts';
import { simplify } from '#core/question/typed/scripts.ts';
import { englishWords } from '#core/question/typed/words.ts';

const all: Dictionaries = { simplify, words: englishWords };
const toTraditional = ConverterFactory([[phrases, characters]]);

/** The typed questions of the shipped bank, by deck. */
const decks = readdirSync('questions', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => parse(readFileSync(join('questions', name), 'utf8')))
  .map((deck): readonly Item[] => {
    const written: readonly Item[] = Array.isArray(deck?.items) ? deck.items : [];
    return written
      .filter(({ kind }) => ['text', 'cloze', 'number'].includes(kind))
      .map((item) => kindOf(item).schema(shapes).parse(item) as Item);
  })
  .filter((items) => items.length > 0);
const items = decks.flat();
const languages = ['en', 'zh'] as const;

function verdictOf(item: Item, texts: readonly string[], lang: string): string {
  const outcome = kindOf(item).judge(item, { type: 'typed', texts }, lang, all);
  return outcome.type === 'judged' ? outcome.verdict : outcome.type;
}

/** The texts to type of each right answer, one for each slot. */
function keysOf(item: Item, lang: string): readonly string[] {
  const trial = [...kindOf(item).trials(item, lang)].find(({ right }) => right);
  return trial?.answer.type === 'typed' ? trial.answer.texts : [];
}

describe('the typed questions of the shipped bank', () => {
  it('are all read', () => expect(items.length).toBeGreaterThan(200));

  it('take the forms that were taken off their lists, since nobody needs to list them', () => {
    const forms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = JSON.parse(
      readFileSync('test/fixtures/forms-not-listed.json', 'utf8'),
    );
    const wrong = Object.entries(forms).flatMap(([id, slots]) =>
      Object.entries(slots).flatMap(([slot, texts]) => {
        const item = items.find((one) => one.id === id);
        if (item === undefined) return [];
        const given = (text: string) => kindOf(item).typing?.(item, 'en', slot, text);
        return texts.filter((text) => {
          const answer = given(text);
          return answer?.type !== 'typed' || verdictOf(item, answer.texts, 'en') !== 'correct';
        });
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('take every right answer in both scripts, and no wrong one', () => {
    const faults: string[] = [];
    for (const item of items)
      for (const lang of languages)
        for (const { answer, right, what } of kindOf(item).trials(item, lang)) {
          if (answer.type !== 'typed') continue;
          for (const texts of [answer.texts, answer.texts.map(toTraditional)]) {
            const isRight = verdictOf(item, texts, lang) === 'correct';
            if (isRight !== right) faults.push(`${item.id} ${lang}: ${what} ${texts.join(' ; ')}`);
          }
        }
    expect(faults).toEqual([]);
  });

  it('take what stands along with a right answer, and never with a wrong one', () => {
    const faults: string[] = [];
    const around = [
      (text: string) => `it is called ${text}`,
      (text: string) => `the ${text} (see above)`,
      (text: string) => `${text}（如上所述的那个）`,
      (text: string) => `叫做${text}`,
    ];
    for (const item of items) {
      if (item.kind !== 'text' || item.exact === true) continue;
      for (const { answer, right, what } of kindOf(item).trials(item, 'en')) {
        const [text = ''] = answer.type === 'typed' ? answer.texts : [];
        // A quotation, or several words after the article of another, is put into no other sentence.
        if (text.trim() === '' || /[:;!?,]|^(?:the|a|an) /i.test(text)) continue;
        for (const put of around) {
          const verdict = verdictOf(item, [put(text)], 'en');
          if ((verdict === 'correct') !== right)
            faults.push(`${item.id}: ${what} in “${put(text)}” is ${verdict}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('take no correct answer of another question of their deck that asks for something else', () => {
    const faults: string[] = [];
    for (const deck of decks)
      for (const item of deck) {
        if (item.kind === 'number') continue;
        for (const other of deck) {
          if (other === item) continue;
          for (const lang of languages) {
            const keys = keysOf(other, lang);
            if (keys.length !== keysOf(item, lang).length || sharesAnswer(item, other)) continue;
            if (verdictOf(item, keys, lang) === 'correct')
              faults.push(`${item.id} ${lang}: ${keys.join(' ; ')} of ${other.id}`);
          }
        }
      }
    expect(faults).toEqual([]);
  });
});

/** True if two questions accept one text, letter by letter: they ask for the same. */
function sharesAnswer(one: Item, other: Item): boolean {
  const texts = (item: Item) =>
    kindOf(item)
      .right(item)
      .flatMap(({ text }) => wordingsOf(text));
  const known = new Set(texts(one).map((text) => text.toLowerCase()));
  return texts(other).some((text) => known.has(text.toLowerCase()));
}
