import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Lang } from '#core/base/text.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { hasLexicon, lexiconFor, pickByLanguage } from '#core/check/language/lexicon/index.ts';
import { countWords } from '#core/check/language/words.ts';
import { findNegation } from '#core/check/rules/item/negative-question.ts';
import { type OptionSet, optionSetsOf } from '#core/check/views/option-sets.ts';
import { isTitle } from '#core/check/views/stems-with-options.ts';

export const itemDetailAsymmetry: Rule = {
  id: 'item/detail-asymmetry',
  severity: 'warning',
  summary: 'The correct answer must not be the only option with brackets, an example or a further part.',
  why: 'Authors spell out what is true. In three public banks, the only option with a comma or “and” was correct 94% of the time.',
  bad: makeChoiceDeck(['The pair with the highest count', 'The most frequent pair (by count)']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(detailed(located))),
};

function* detailed(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    const detail = detailOf(set);
    // What is false is not spelt out to be true.
    if (
      detail === undefined ||
      findNegation(set.stem, set.lang) !== undefined ||
      isTitle(set.key.text, set.lang)
    )
      continue;
    yield {
      at: set.key.path,
      message: `only the correct answer has ${detail}, which gives it away; move it to the rationale or give a distractor one too`,
    };
  }
}

const code = /`[^`]*`/g;
const parenthesis = /(?:^|[\s\p{Script=Han}])\([^()]{2,}\)|（[^（）]{2,}）/u;
const anyParenthesis = /[(（[【]/;
const example =
  /\be\.g\.|\bfor example\b|\bfor instance\b|\bsuch as\b|例如|比如|譬如|诸如|\bz\. ?B\.|\bzum Beispiel\b|\bbeispielsweise\b|\bpar exemple\b|\bp\. ?ex\.|\bpor ejemplo\b|\bp\. ?ej\.|例えば|たとえば/i;
/** The start of a further clause or part of a list; a comma between digits is part of a number. */
const further = /(?<!\d)[,;]\s|,\s(?!\d)|[，；、]|\band\b|以及|并且|而且|\b(?:und|et) /i;
const anyFurther = /,(?!\d)|[;:，；、：—–]|\s-\s/;
/** Fewer words are a name or the second of a pair, such as `weights and biases`. */
const fewest = 3;

/** Returns the detail that only the correct answer has, or undefined if it has none. */
function detailOf({ key, distractors, lang }: OptionSet): string | undefined {
  const text = key.text.replace(code, ' ');
  const none = (pattern: RegExp) => !distractors.some((d) => pattern.test(d.text));
  if (example.test(text) && none(example)) return 'an example';
  if (parenthesis.test(text) && none(anyParenthesis)) return 'brackets';
  // Without words of its language, a distractor that joins clauses looks as if it did not.
  if (!hasLexicon(lang)) return undefined;
  const match = further.exec(text);
  if (match === null || !none(anyFurther) || distractors.some((d) => joins(d.text, lang))) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const before = text.slice(0, match.index);
  if (countWords(rest) < fewest || countWords(before) < fewest || /\bbetween\b/i.test(before))
    return undefined;
  if (isAdverbial(before, match[0], rest, lang) || distractors.some((d) => d.length > key.length))
    return undefined;
  return `a further part (“${beginningOf(`${match[0]}${rest}`)}”)`;
}

/** Returns whether what stands before a comma only says when or where, or is what the clause is about. */
function isAdverbial(before: string, sign: string, rest: string, lang: Lang): boolean {
  return (
    (/[,，]/.test(sign) || (sign === '、' && lang.startsWith('ja'))) &&
    (/^(?:in|on|at|by|for|from|with|under|during|after|before|if|when|while|although|because|since|as|to|according)\b/i.test(
      before,
    ) ||
      pickByLanguage(openings, lang)?.test(before) === true ||
      /^(?:将会?|会|就是|是|属于|[才便]是)/.test(rest) ||
      /^(?:在|当|如果|若|对于?|根据|按照|由于|为了|随着|从)/.test(before))
  );
}

/** How a clause of time, place or reason begins in other languages. */
const openings: Readonly<Record<Lang, RegExp>> = {
  de: /^(?:wenn|falls|weil|da|während|obwohl|nachdem|bevor|sobald|solange|je|um|als|seit|indem)(?!\p{L})/iu,
  fr: /^(?:(?:à|au|aux|après|avant|avec|bien que|chez|comme|dans|depuis|dès|en|lors|lorsque|par|pendant|pour|puisque|quand|sans|selon|si|sous|sur|vers)(?!\p{L})|d['’]après|lorsqu['’])/iu,
  es: /^(?:a|al|ante|antes|aunque|con|cuando|desde|después|durante|en|entre|mientras|para|por|porque|según|si|sin|sobre|tras)(?!\p{L})/iu,
  ja: /(?:とき|時|場合|ため|ので|から|では|には|によって|により|として|後|前)$/u,
};

/** Returns the first words of a text, for a message. */
function beginningOf(text: string): string {
  const [words = text] = /^\s*(?:\S+\s+){0,3}\S+/.exec(text) ?? [];
  const some = [...words.trim()].slice(0, 30).join('');
  return some.length < text.trim().length ? `${some} …` : some;
}

/** Returns whether an option joins clauses or things. */
function joins(text: string, lang: Lang): boolean {
  return lexiconFor(text, lang).joining.test(text);
}
