import type { Lang } from '#core/base/text.ts';

/** What stands before the nouns of some languages, and is no part of a term. */
export interface Articles {
  /** A text without the article that it begins with; undefined if it begins with none. */
  readonly strip: (text: string) => string | undefined;
  /** A text apart from the preposition that it begins with, and the article behind that; undefined if it begins with none. */
  readonly splitPreposition: (text: string) => Prepositional | undefined;
  /** True of a word that is an article. */
  readonly isArticle: (word: string) => boolean;
  /** An article that is often written. */
  readonly usual: string;
}

/** A text that says where or how, in two parts. */
export interface Prepositional {
  readonly before: string;
  readonly rest: string;
}

/** The words of one language. Those in `elided` stand before an apostrophe. */
interface Forms {
  readonly articles: string;
  readonly usual: string;
  readonly elided?: string;
  readonly prepositions: string;
  /** Prepositions that hold an article. */
  readonly joined: string;
  readonly joinedElided?: string;
}

const forms: Readonly<Record<Lang, Forms>> = {
  de: {
    articles: 'der|die|das|den|dem|des|eine|einen|einem|einer|eines|ein',
    usual: 'die',
    prepositions: 'an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|über|um|unter|von|vor|zu|zwischen',
    joined: 'am|ans|aufs|beim|durchs|fürs|im|ins|übers|ums|unters|vom|zum|zur',
  },
  fr: {
    articles: 'les?|la|une?|des|du|de la',
    usual: 'la',
    elided: 'l|de l',
    prepositions: 'à|avec|chez|contre|dans|de|en|entre|par|pour|sous|sur|vers',
    joined: 'aux?',
  },
  es: {
    articles: 'el|las?|los|un|una|unos|unas',
    usual: 'la',
    prepositions: 'a|con|contra|de|desde|en|entre|hacia|para|por|sin|sobre',
    joined: 'al|del',
  },
  it: {
    articles: 'il|lo|la|i|gli|le|un|uno|una',
    usual: 'la',
    elided: 'l|un|gl',
    prepositions: 'a|con|contro|da|di|fra|in|per|su|tra',
    joined: '(?:a|da|de|ne|su)(?:l|llo|lla|i|gli|lle)|co[li]',
    joinedElided: '(?:a|da|de|ne|su)ll',
  },
};

/** What stands before the nouns of any of some languages; undefined if none of them has articles that are known here. */
export function articlesOf(languages: readonly Lang[]): Articles | undefined {
  const known = languages.flatMap((lang) => {
    const base = lang.split('-', 1)[0] ?? '';
    return Object.hasOwn(forms, base) ? (forms[base] ?? []) : [];
  });
  if (known.length === 0) return undefined;
  const key = languages.join(' ');
  const articles = made.get(key) ?? makeArticles(known);
  made.set(key, articles);
  return articles;
}

const made = new Map<string, Articles>();

function makeArticles(known: readonly Forms[]): Articles {
  const article = known.map(({ articles, elided }) => beforeNoun(articles, elided)).join('|');
  const preposition = known.map(
    ({ articles, elided, prepositions, joined, joinedElided }) =>
      String.raw`(?:${prepositions})\s+(?:${beforeNoun(articles, elided)})?|${beforeNoun(joined, joinedElided)}`,
  );
  const opening = new RegExp(String.raw`^[\s\p{P}]*(?:${article})${noun}`, 'iu');
  const place = new RegExp(String.raw`^[\s\p{P}]*(?:${preposition.join('|')})${noun}`, 'iu');
  const word = new RegExp(`^(?:${known.map(({ articles }) => articles).join('|')})$`, 'i');
  return {
    strip(text) {
      const [found] = opening.exec(text) ?? [];
      return found === undefined ? undefined : text.slice(found.length);
    },
    splitPreposition(text) {
      const [found] = place.exec(text) ?? [];
      return found === undefined ? undefined : { before: found.trim(), rest: text.slice(found.length) };
    },
    isArticle: (one) => word.test(one),
    usual: known[0]?.usual ?? '',
  };
}

/** A letter or digit must follow. */
const noun = String.raw`(?=[\s\p{P}]*[\p{L}\p{N}])`;

/** Words before a noun, with a blank between, or an apostrophe. */
const beforeNoun = (words: string, elided?: string): string =>
  String.raw`(?:${words})\s+${elided === undefined ? '' : String.raw`|(?:${elided})['’\x60´ʼ]\s*`}`;
