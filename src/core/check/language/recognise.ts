import type { Lang } from '#core/base/text.ts';

/** The words that are most frequent in a language, most of them short. */
const frequent: Readonly<Record<Lang, string>> = {
  en: 'the of and to in is that it for was on are as with be by at this have from or which what does not how an its has',
  de: 'der die das und ist nicht ein eine zu von mit den dem des im auf für sich wird als auch es werden welche was wie aus bei sind oder einer',
  fr: 'le la les de des du et est un une que qui dans pour par sur pas ce au aux avec sont il elle ou quel quelle en plus cette',
  es: 'el la los las de del y es un una que en por para con no se al son lo como su más qué cuál este esta o está',
  it: 'il la le gli di del della e è un una che in per con non si al sono lo come più quale nel alla dei delle questo',
  pt: 'o a os as de do da dos das e é um uma que em por para com não se ao são no na como mais qual este está pelo',
  nl: 'de het een en van is in dat te op niet voor met zijn die aan er om ook als bij wordt welke wat naar uit worden',
  sv: 'och att det som en är av för på med den till inte har om ett vilken vad de från kan eller när vid hur',
  da: 'og at det som en er af for på med den til ikke har om et hvilken hvad de fra kan eller når ved hvordan blev',
  no: 'og at det som en er av for på med den til ikke har om et hvilken hva de fra kan eller når ved hvordan ble',
  pl: 'i w na z do nie się jest to że od po przez jak ale które który czy dla są co o jego aby lub jaki jaka',
  cs: 'a v na se je že z do s ve po jsou který která jako pro ale nebo jak co když od byl není jaký podle',
  sk: 'a v na sa je že z do s vo po sú ktorý ktorá ako pre ale alebo čo keď od bol nie aký podľa',
  ro: 'și în de la a cu pe care nu este sunt din un o să pentru mai ce al ale prin sau cel cum fi',
  hu: 'a az és hogy nem egy is van meg ha csak melyik mi de vagy már mint ez azt volt lehet között milyen',
  fi: 'ja on ei että se ovat mikä joka tai kun niin myös kuin oli sen mitä voi sekä ole mukaan siitä jos',
  tr: 've bir bu için ile de da ne olarak olan hangisi en daha mi çok gibi değil hangi ya veya sonra',
  id: 'yang dan di dari untuk pada dengan adalah ini itu tidak dalam ke apa oleh sebagai akan atau dapat manakah',
  vi: 'và của là các có được trong cho không một những với người này để khi đó nào từ gì về',
};

const words = new Map<string, Lang[]>();
for (const [lang, list] of Object.entries(frequent))
  for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), lang]);

/** The languages in which a word, in lower case, is frequent. */
export const languagesWith = (word: string): readonly Lang[] => words.get(word) ?? none;
const none: readonly Lang[] = [];

/** The most frequent words of a language, if they are known. */
export const frequentWordsOf = (lang: Lang): readonly string[] => frequent[lang]?.split(' ') ?? none;

/** Languages that share so many words that one may be taken for the other. */
const families: readonly string[] = [
  'da no nb nn sv',
  'cs sk',
  'es pt gl ca',
  'id ms',
  'sr hr bs sl',
  'ru uk be bg sr mk',
  'hi mr ne',
  'ar fa ur',
  'zh yue wuu',
];

/** Languages that are written in other letters, by the letters; the first is meant where no other is said. */
const scripts: readonly (readonly [RegExp, readonly Lang[]])[] = [
  [/\p{Script=Hangul}/gu, ['ko']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Han}/gu, ['zh', 'ja', 'yue']],
  [/[іїєґІЇЄҐ]/gu, ['uk', 'be']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur', 'ps', 'ug', 'ckb']],
  [/\p{Script=Hebrew}/gu, ['he', 'yi']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne', 'sa']],
];

/** The fewest words that tell a language. */
const fewest = 40;

/** Returns the language that a text plainly is in, if that is not the one given; undefined if it may be, or if nothing is plain. */
export function recogniseOther(text: string, given: Lang): Lang | undefined {
  const lang = given.split('-', 1)[0] ?? given;
  const latin = text.match(/\p{Script=Latin}+/gu) ?? [];
  const other = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  // A word of Latin letters has about five of them; other scripts need no more than two letters for one.
  if (latin.length < other / 3) return other < fewest * 2 ? undefined : scriptOf(text, lang, other);
  if (latin.length < fewest) return undefined;
  const counts = new Map<Lang, number>();
  for (const word of latin)
    for (const one of words.get(word.toLowerCase()) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  const share = (of: Lang) => (counts.get(of) ?? 0) / latin.length;
  const [best] = [...counts.keys()].sort((a, b) => share(b) - share(a));
  if (best === undefined || best === lang || share(best) < 0.14 || isNearTo(best, lang)) return undefined;
  const isKnown = lang in frequent || scripts.some(([, langs]) => langs.includes(lang));
  return isKnown && share(best) > 2 * share(lang) ? best : undefined;
}

/** Returns the language of most letters of a text that are not Latin, if that is not the one given. */
export function scriptOf(text: string, lang: Lang, letters: number): Lang | undefined {
  for (const [script, langs] of scripts) {
    const share = (text.match(script)?.length ?? 0) / letters;
    // Kana stand among Chinese characters, and a few letters tell Ukrainian.
    const least = langs[0] === 'ja' ? 0.1 : langs[0] === 'uk' ? 0.03 : 0.5;
    if (share >= least) return langs.includes(lang) ? undefined : langs[0];
  }
  return undefined;
}

/** True of languages that share so many words that one may be taken for the other. */
export const isNearTo = (one: Lang, other: Lang) =>
  families.some((family) => family.split(' ').includes(one) && family.split(' ').includes(other));
