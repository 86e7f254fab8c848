import type { LocatedItem } from '#core/bank/located-bank.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerChoice } from '#core/check/examples/transformer.ts';
import { formOf } from '#core/check/views/option-forms.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

const example = (article: string) =>
  makeTransformerChoice({
    id: 'vector-of-a-token',
    stem: `To get the vector of each token, a Transformer looks it up in ${article} ____.`,
    key: 'embedding matrix',
    wrong: [
      ['attention matrix', 'That is computed for each input, and holds weights of positions.'],
      ['projection matrix', 'It turns vectors that are there into queries, keys or values.'],
      ['covariance matrix', 'Nothing in a Transformer keeps one; it would compare features, not tokens.'],
    ],
    rationale: 'Each token has a row of its own, which is trained together with all other weights.',
  });

export const itemGrammarAAn: Rule = {
  id: 'item/grammar-a-an',
  severity: 'info',
  words: ['en'],
  summary: 'A stem that ends with `a` or `an` should fit all options, as `a(n)` does.',
  why: 'Options that do not fit the article can be ruled out by ear.',
  bad: example('an'),
  good: example('a(n)'),
  check: checkItemsThat(['pick-one'], disagreeing),
};

function* disagreeing(located: LocatedItem): Generator<ItemFinding> {
  for (const { lang, stem, stemPath, key, distractors } of optionSetsOf(located)) {
    if (!lang.startsWith('en')) continue;
    const article = articleIn(stem);
    if (article === undefined || articleOf(key.text) !== article || (stem.match(gaps)?.length ?? 0) > 1)
      continue;
    const out = distractors.filter(
      ({ text }) => (articleOf(text) ?? article) !== article && formOf(text, stem, lang) === undefined,
    );
    if (out.length === 0) continue;
    const [first] = out;
    yield {
      at: stemPath,
      message: `\`${article}\` before the answer rules out ${out.length} of ${distractors.length} distractors, such as \`${first?.text ?? ''}\`; write \`a(n)\` or move the article into the options`,
    };
  }
}

/** Of several gaps, the options fill all. */
const gaps = /_{2,}/g;

type Article = 'a' | 'an';

const gap = String.raw`(?:_{2,}|…|\.{3,}|\[(?:\.{3}|…|blank|\s*)\]|\(\s*\))`;
const openArticle = new RegExp(String.raw`(?<![\w/(-])(an?)(?:\s*:?\s*$|\s+${gap})`, 'i');

/** Returns the article right before the answer. */
function articleIn(stem: string): Article | undefined {
  const word = openArticle.exec(stem)?.[1];
  // `Vitamin A` and `model A` end with a letter, not with an article.
  return word === undefined || word === 'A' ? undefined : word.toLowerCase() === 'a' ? 'a' : 'an';
}

const vowel = /^(?:[aio]|e(?!u)|u(?!ni(?!n|m)|s[aeiu]|biq|r[aeio]|t[ei]|k))/;
const odd = /^(?:hour|honest|hono[u]?r|heir)/;
const likeConsonants = /^(?:one|once|ewe)/;
const vowelNumber = /^(?:8|11(?!\d)|18(?!\d)|11,|18,)/;

/** Returns the article that fits the start of an option; undefined if that is uncertain, or if it has one already. */
function articleOf(option: string): Article | undefined {
  const first = /^["“‘'`(*]*([\p{L}\p{N},.]+)/u.exec(option.trim())?.[1] ?? '';
  if (/^\d/.test(first)) return vowelNumber.test(first) ? 'an' : 'a';
  // Abbreviations may be spelt out or read as a word, and accented words may be stressed either way.
  if (!/^\p{Lu}?[a-z]+$/u.test(first) || first.length < 2) return undefined;
  const word = first.toLowerCase();
  if (/^(?:an?|the|some|any|no|each|every)$/.test(word)) return undefined;
  if (odd.test(word)) return 'an';
  return vowel.test(word) && !likeConsonants.test(word) ? 'an' : 'a';
}
