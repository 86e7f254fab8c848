import type { Lang } from '#core/base/text.ts';

/** The languages that banks are most likely written in: their tags, and what else people write for them. */
const written: Readonly<Record<Lang, string>> = {
  ar: 'arabic العربية ara',
  cs: 'czech čeština česky cz ces cze',
  da: 'danish dansk dk dan',
  de: 'german deutsch ger deu',
  el: 'greek ελληνικά gr ell gre',
  en: 'english us gb eng',
  es: 'spanish español castellano espanol sp mx spa',
  fa: 'persian farsi فارسی ir fas per',
  fi: 'finnish suomi fin',
  fr: 'french français francais fra fre',
  he: 'hebrew עברית il iw heb',
  hi: 'hindi हिन्दी hin',
  hu: 'hungarian magyar hun',
  id: 'indonesian bahasa in ind',
  it: 'italian italiano ita',
  ja: 'japanese 日本語 jp jpn',
  ko: 'korean 한국어 kr kor',
  nl: 'dutch nederlands nld dut',
  no: 'norwegian norsk nor',
  pl: 'polish polski pol',
  pt: 'portuguese português portugues por',
  ro: 'romanian română romana ron rum',
  ru: 'russian русский rus',
  sk: 'slovak slovenčina slk slo',
  sv: 'swedish svenska swe',
  th: 'thai ไทย tha',
  tr: 'turkish türkçe turkce tur',
  uk: 'ukrainian українська ua ukr',
  vi: 'vietnamese việt vn vie',
  zh: 'chinese 中文 汉语 漢語 mandarin cn tw hk chi zho',
};

const meant: ReadonlyMap<string, Lang> = new Map(
  Object.entries(written).flatMap(([lang, names]) =>
    names.split(' ').map((name): [string, Lang] => [name, lang]),
  ),
);

/** The tag of a language that is called by its name, its country or an old or long code: `de` for `German`, `zh` for `cn`. */
export function guessLanguage(name: string): Lang | undefined {
  const bare = name.trim().toLowerCase();
  const region = /^([a-z]{2,3})[_ ]([a-z]{2})$/.exec(bare);
  if (region?.[1] !== undefined && region[2] !== undefined)
    return `${meant.get(region[1]) ?? region[1]}-${region[2].toUpperCase()}`;
  return meant.get(bare) ?? meant.get(bare.split(/[-_ (]/, 1)[0] ?? '');
}

/** The two-letter tags of ISO 639-1. */
const tags: ReadonlySet<string> = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa
  ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr
  ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
  ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk
  ur uz ve vi vo wa wo xh yi yo za zh zu`.split(/\s+/),
);

/** What is wrong with a language tag, as the end of a sentence; undefined if nothing is. */
export function describeTag(tag: string): string | undefined {
  const [first = '', region] = tag.split('-');
  const name = meant.get(first);
  if (name !== undefined)
    return `is not the tag of a language here; did you mean \`${region === undefined ? name : `${name}-${region}`}\`?`;
  return first.length === 2 && !tags.has(first)
    ? 'is no language; write its tag, such as en, de or zh'
    : undefined;
}
