import type { Lang } from '#core/base/text.ts';
import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { countWords } from '#core/check/language/words.ts';
import { recalledOf } from '#core/check/rules/card/recalled.ts';

const leastThings = 4;
const mostWordsOfThing = 4;

export const cardEnumeration: Rule = {
  id: 'card/enumeration',
  severity: 'info',
  words: wordedLanguages,
  summary: `A question should not ask learners to recall a list of ${leastThings} or more things.`,
  why: 'Lists are hard to recall and quickly forgotten, and one missing item makes the whole answer wrong.',
  bad: makeSampleDeck('What does BPE stand for?', 'What does BPE do in each round?').replace(
    'Byte-pair encoding',
    'count, choose, join and recount',
  ),
  good: sampleDeck,
  check: checkItemsThat(['reveal', 'type'], function* (located) {
    for (const { lang, question, stemPath, key, keyPath } of recalledOf(located)) {
      const inStem = lexiconOf(lang).asksForList.test(question);
      if (!inStem && thingsIn(key, lang) < leastThings) continue;
      yield {
        at: inStem ? stemPath : keyPath,
        message:
          'one missing item makes a recalled list wrong; ask for each item separately, or use kind `order`, `multi` or `cloze`',
      };
      return;
    }
  }),
};

const number = /(?:^|[\s,;，；])[(（]?([1-9])[.)）、](?=\s|\p{L})/gu;
const bullet = /^\s*[-*•] /gm;

/** Counts the things that an answer lists; 0 if it is more than a list. */
function thingsIn(key: string, lang: Lang): number {
  const numbered = [...key.matchAll(number)].map(([, digit]) => Number(digit));
  if (numbered.length > 0 && numbered.every((digit, i) => digit === i + 1)) return numbered.length;
  const bullets = key.match(bullet)?.length ?? 0;
  const circled = key.match(/[①-⑳]/g)?.length ?? 0;
  return Math.max(bullets, circled, joinedIn(key.replace(/[.。]$/, ''), lang));
}

/** Counts the short things of `a, b, c and d`, `a; b; c; d` or `甲、乙、丙和丁`; 0 if the text is more than such a list. */
function joinedIn(key: string, lang: Lang): number {
  if (/[.。?？!！](?:\s|$)|[:：]\s*\S+\s*[:：]/.test(key)) return 0;
  const list = key.slice(Math.max(key.lastIndexOf(':'), key.lastIndexOf('：')) + 1);
  const parts = list.split(/[;；]/);
  const separated = parts.length >= leastThings ? parts : joined(list, lang);
  const things = separated.map((thing) => thing.trim()).filter((thing) => thing !== '');
  return things.every((thing) => countWords(thing) <= mostWordsOfThing) ? things.length : 0;
}

/** Splits a list at its commas and the word before the last part; in Chinese the enumeration comma is enough. */
function joined(list: string, lang: Lang): readonly string[] {
  const parts = list.split(/[、]|,\s+/);
  const last = parts.at(-1) ?? '';
  if (parts.length < leastThings - 1) return [];
  const ends = `, ${last}`.split(lexiconOf(lang).lastOfList);
  const isList = list.includes('、') || ends.length === 2;
  if (!isList) return [];
  const [before = '', after] = ends;
  return [...parts.slice(0, -1), before.replace(/^,\s*/, ''), ...(after === undefined ? [] : [after])];
}
