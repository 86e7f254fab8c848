import type { LocatedItem } from '#core/bank/located-bank.ts';
import { pathIn, type Text } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { isPhrase, severalIn } from '#core/check/language/several.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { RightPart } from '#core/question/kinds/kind.ts';
import { compareText } from '#core/question/typed/compare-text.ts';

const typed = sampleDeck.replace('kind: recall', 'kind: text');

export const itemSeveralAnswers: Rule = {
  id: 'item/several-answers',
  severity: 'warning',
  summary: 'Each accepted answer must be a separate entry, not one text with “or”, a slash or a semicolon.',
  why: 'Only the whole text would be right: of `Bering / Behring`, neither `Bering` nor `Behring`.',
  bad: typed.replace('key: Byte-pair encoding', 'key: Byte-pair encoding / digram coding'),
  good: typed.replace('key: Byte-pair encoding', 'key: Byte-pair encoding\n    accept: [digram coding]'),
  check: checkItemsThat(['type', 'fill'], several),
};

function* several(located: LocatedItem): Generator<ItemFinding> {
  const { item, language } = located;
  const kind = kindOf(item);
  if (kind.quantity !== undefined) return;
  const right = kind.right(item);
  for (const part of right) {
    if (part.exact === true || part.joint === true) continue;
    const found = foundIn(part, language, right);
    if (found !== undefined)
      yield { at: found.path, message: messageOf(found, isEntry(located, found.path)) };
  }
}

interface Found {
  readonly text: string;
  readonly by: string;
  readonly parts: readonly string[];
  readonly path: ItemFinding['at'];
}

function foundIn(
  { text, path }: RightPart,
  language: string,
  right: readonly RightPart[],
): Found | undefined {
  for (const [lang, words] of wordsIn(text, language)) {
    const found = severalIn(words, lang);
    if (found === undefined || (found.by === 'or' && isPhrase(words))) continue;
    // Where each is accepted by itself too, the text is what is shown.
    if (found.parts.every((part) => isAccepted(part, right))) continue;
    return { ...found, text: words, path: pathIn(text, path, lang) };
  }
  return undefined;
}

const wordsIn = (text: Text, language: string): readonly (readonly [string, string])[] =>
  typeof text === 'string' ? [[language, text]] : Object.entries(text);

const isAccepted = (part: string, right: readonly RightPart[]) =>
  right.some(({ text }) =>
    (typeof text === 'string' ? [text] : Object.values(text)).some(
      (other) => compareText(part, other) === 'same',
    ),
  );

/** Returns whether a text stands in a list in brackets, in which a comma of another width separates nothing. */
function isEntry({ source, path }: LocatedItem, at: ItemFinding['at']): boolean {
  if (typeof at.at(-1) !== 'number') return false;
  const { start } = source.place([...path, ...at]);
  return /[[,]\s*$/.test(source.text.slice(Math.max(0, start - 40), start));
}

function messageOf({ by, parts, text }: Found, inBrackets: boolean): string {
  const others = parts.map((part) => `\`${part}\``).join(' and ');
  if (inBrackets && /[，、；;]/.test(by))
    return `\`${text}\` is one entry, since \`${by}\` separates nothing here; write a comma and a space between ${others}`;
  const [first, ...more] = parts;
  return `\`${text}\` is several answers in one, and only the whole is right; write \`${first}\`, and ${more.map((part) => `\`${part}\``).join(', ')} as ${more.length === 1 ? 'an entry' : 'entries'} under \`accept\``;
}
