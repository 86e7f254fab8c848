import type { Lang } from '#core/base/text.ts';
import { lexiconOf } from './lexicon/index.ts';
import { frequentWordsOf, isNearTo, languagesWith, scriptOf } from './recognise.ts';

/** The fewest words that tell a language in one text, and the fewest of them that are its own. */
interface Least {
  readonly words: number;
  readonly own: number;
  readonly share: number;
}

const inSentence: Least = { words: 8, own: 4, share: 0.25 };
/** Options may be names: a title in another language is no text in it. */
const inOptions: Least = { words: 12, own: 6, share: 0.3 };

/**
 * Returns the language that one text is plainly in, if it has no word of the one it should be in; undefined if it may be.
 * What is quoted, code or a name does not count.
 */
export function recogniseForeign(text: string, given: Lang, isOptions = false): Lang | undefined {
  const lang = given.split('-', 1)[0] ?? given;
  if (isOwn(text, lang)) return undefined;
  const least = isOptions ? inOptions : inSentence;
  const said = text.replace(quoted, ' ');
  const prose = isOptions ? said.replace(names, ' ') : said;
  const latin = prose.replace(openings, (opening) => opening.toLowerCase()).match(word) ?? [];
  const others = prose.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  if (others > latin.length * 2) {
    if (others < fewestLetters) return undefined;
    return lang === 'ja' ? chineseIn(prose) : scriptOf(prose, lang, others);
  }
  return latin.length < least.words ? undefined : byWords(latin, lang, least);
}

/** The first letters of sentences, which tell no name. */
const openings = /(?:^\s*|[.!?:…]\s+|[¿¡])\p{Lu}(?=\P{Lu})/gu;

/** The fewest letters that tell a language which is not written in Latin ones. */
const fewestLetters = 10;

/** Chinese in Japanese has no kana, and signs that only join. */
const chineseIn = (text: string) =>
  new Set(text.match(/[的了这们是在把被吗呢哪么]/g)).size > 1 ? 'zh' : undefined;

function byWords(latin: readonly string[], lang: Lang, least: Least): Lang | undefined {
  // Japanese and Chinese quote English.
  const own = ownLetters[lang] === undefined ? wordsOfLanguage(lang) : none;
  const hits = new Map<Lang, { all: number; readonly alone: string[] }>();
  // Names are written with capitals, and single letters are signs of formulas.
  for (const word of latin.filter((one) => one.length > 1 && /^\p{Ll}/u.test(one)))
    for (const one of languagesOfWord(word)) {
      const hit = hits.get(one) ?? { all: 0, alone: [] };
      hits.set(one, hit);
      hit.all += 1;
      if (!own.has(word)) hit.alone.push(word);
    }
  const [best] = [...hits].sort(([, a], [, b]) => b.alone.length - a.alone.length);
  if (best === undefined) return undefined;
  const [other, { all, alone }] = best;
  const isPlain = alone.length >= least.own && new Set(alone).size >= 3 && all >= least.share * latin.length;
  return isPlain && !isNearTo(other, lang) ? other : undefined;
}

const none: ReadonlySet<string> = new Set();

/** Further words that are frequent in a language: one text has fewer of them than a deck. */
const more: Readonly<Record<Lang, string>> = {
  en: 'a an but if so than then they their them there these those when where who why will would can could only more most other into between about after before each one two no was were been had do does did',
  de: 'daher damit dadurch dabei durch nur noch nach bei vom zum zur am beim diese dieser dieses diesem diesen dass wenn weil aber denn sondern kann können hat haben wurde wurden werden war waren man mehr sehr so einen einem eines keine kein alle zwischen unter über gegen ohne während sowie ihre ihrer seine nicht bis um welcher welches wo',
  fr: "par ne se si mais où donc car son sa ses leur leurs ces cet entre sans sous avant après aussi même comme lors lorsque quand dont tout tous toute toutes peut doit être avoir fait était étaient ont l d n s c j m t qu deux trois très sont elles ils c'est on y ni bien moins afin",
  es: 'pero entre sin sobre cuando donde porque también muy ya hay ser fue eran era sus le les ni desde hasta si cada todo todos toda todas otro otra otros puede pueden debe hace cual cuyo este estos estas esa ese eso mismo misma dos tres sólo solo así',
  it: 'da al alla ai agli alle dal dalla dai nel nella nei sul sulla ma se o ed anche tra fra dove quando perché cui chi ci si sia suo sua suoi loro essere stato era erano ha hanno può questa questi quella quello ogni tutti tutte due tre molto meno senza dopo prima',
  pt: 'mas se ou nos nas pela pelos pelas ao aos à às seu sua seus suas entre sem sobre quando onde porque também muito já há ser foi eram era isso isto essa esse cada todo todos toda todas outro outra pode deve dois três só são',
};
const moreWordsOf = (lang: Lang) => more[lang]?.split(' ') ?? [];

const withMore = new Map<string, readonly Lang[]>();

/** The languages in which a word, in lower case, is frequent, or one of those further words. */
function languagesOfWord(word: string): readonly Lang[] {
  if (withMore.size === 0)
    for (const lang of Object.keys(more))
      for (const one of moreWordsOf(lang))
        if (!languagesWith(one).includes(lang))
          withMore.set(one, [...(withMore.get(one) ?? languagesWith(one)), lang]);
  return withMore.get(word) ?? languagesWith(word);
}

const word = /\p{Script=Latin}+/gu;

/** True if a text has a word of its language that no other has, or its letters; or if nothing is known of the language. */
function isOwn(text: string, lang: Lang): boolean {
  const letters = ownLetters[lang];
  if (letters !== undefined) return letters.test(text) && (lang !== 'zh' || !isKana.test(text));
  const telling = tellingWordsOf(lang);
  if (telling.size === 0) return true;
  quickWord.lastIndex = 0;
  for (let found = quickWord.exec(text); found !== null; found = quickWord.exec(text))
    if (telling.has(found[0].toLowerCase())) return true;
  return false;
}

/** A sentence with kana; a name or a word has fewer. */
const isKana = /(?:[\u3040-\u30ff][^\u3040-\u30ff]*){8}/;

/** Without Unicode classes, which take ten times as long. */
const quickWord = /[A-Za-z\u00c0-\u024f]+/g;

/** The letters of languages that are not written in Latin ones. */
const ownLetters: Readonly<Record<Lang, RegExp>> = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  he: /\p{Script=Hebrew}/u,
  ar: /\p{Script=Arabic}/u,
  th: /\p{Script=Thai}/u,
  hi: /\p{Script=Devanagari}/u,
};

const known = new Map<Lang, ReadonlySet<string>>();

/** All words of a language that say nothing of a subject. */
function wordsOfLanguage(lang: Lang): ReadonlySet<string> {
  const before = known.get(lang);
  if (before !== undefined) return before;
  const all = new Set([...frequentWordsOf(lang), ...moreWordsOf(lang), ...lexiconOf(lang).functionWords]);
  known.set(lang, all);
  return all;
}

const telling = new Map<Lang, ReadonlySet<string>>();

/** Those that are frequent in no other language. */
function tellingWordsOf(lang: Lang): ReadonlySet<string> {
  const before = telling.get(lang);
  if (before !== undefined) return before;
  const isShared = (one: string) =>
    languagesOfWord(one).some((other) => other !== lang && !isNearTo(other, lang));
  const all = new Set([...wordsOfLanguage(lang)].filter((one) => !isShared(one)));
  telling.set(lang, all);
  return all;
}

/** What a text does not say itself: quotations, code and what stands in brackets. */
const quoted =
  /```[\s\S]*?```|`[^`]*`|https?:\S+|\$[^$]*\$|“[^”]*”|"[^"]*"|„[^“”]*[“”]|«[^»]*»|»[^«]*«|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|\([^()]*\)|（[^（）]*）/gu;

/** Words with capitals in a row, and small ones between them: `La Casa de las Flores`. */
const names = /(?<!\p{L})\p{Lu}[\p{L}’'-]*(?:\s+(?:\p{Ll}{1,3}\s+){0,2}\p{Lu}[\p{L}’'-]*)+/gu;
