import type { Lang } from '#core/base/text.ts';
import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon.ts';
import { wordCount } from '#core/check/language/words.ts';
import { recalled } from '#core/check/rules/card/recalled.ts';

const leastThings = 4;
const mostWordsOfThing = 4;

export const cardEnumeration: Rule = {
  id: 'card/enumeration',
  severity: 'info',
  summary: `No question has a list of ${leastThings} things or more to recall.`,
  why: 'Lists are the hardest to recall and the first to be forgotten, and one thing left out makes the whole wrong.',
  bad: sampleWith('What does BPE stand for?', 'What does BPE do in each round?').replace(
    'Byte-pair encoding',
    'count, choose, join and recount',
  ),
  good: sampleDeck,
  check: perItemThat(['reveal', 'type'], function* (located) {
    for (const { lang, question, stemPath, key, keyPath } of recalled(located)) {
      const inStem = lexiconOf(lang).asksForList.test(question);
      if (!inStem && thingsIn(key, lang) < leastThings) continue;
      yield {
        at: inStem ? stemPath : keyPath,
        message:
          'this is a list to recall, and one thing left out makes it all wrong: ask for each by itself, or with kind `order`, `multi` or `cloze`',
      };
      return;
    }
  }),
};

const number = /(?:^|[\s,;，；])[(（]?([1-9])[.)）、](?=\s|\p{L})/gu;
const bullet = /^\s*[-*•] /gm;

/** How many things a key lists, where it is nothing but a list; else none. */
function thingsIn(key: string, lang: Lang): number {
  const numbered = [...key.matchAll(number)].map(([, digit]) => Number(digit));
  if (numbered.length > 0 && numbered.every((digit, i) => digit === i + 1)) return numbered.length;
  const bullets = key.match(bullet)?.length ?? 0;
  const circled = key.match(/[①-⑳]/g)?.length ?? 0;
  return Math.max(bullets, circled, joinedIn(key.replace(/[.。]$/, ''), lang));
}

/** The short things of `a, b, c and d`, `a; b; c; d` or `甲、乙、丙和丁`; 0 where there is more than such a list. */
function joinedIn(key: string, lang: Lang): number {
  if (/[.。?？!！](?:\s|$)|[:：]\s*\S+\s*[:：]/.test(key)) return 0;
  const list = key.slice(Math.max(key.lastIndexOf(':'), key.lastIndexOf('：')) + 1);
  const parts = list.split(/[;；]/);
  const separated = parts.length >= leastThings ? parts : joined(list, lang);
  const things = separated.map((thing) => thing.trim()).filter((thing) => thing !== '');
  return things.every((thing) => wordCount(thing) <= mostWordsOfThing) ? things.length : 0;
}

/** The parts of a list with commas, of which the last is joined by a word; in Chinese the comma of lists tells them. */
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
