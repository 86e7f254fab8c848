import { groupBy } from '#core/base/group-by.ts';
import { wordingsOf } from '#core/base/text.ts';
import { type Finding, placeInItem, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { type AskedText, askedIn, keyIn, offeredIn, stripEnd } from '#core/check/rules/bank/asked.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { isInRange } from '#core/question/typed/number.ts';

const deck = makeSampleDeck('kind: recall', 'kind: text');
const again = (stem: string) =>
  deck
    .slice(deck.indexOf('  - id'))
    .replace('bpe-name', 'bpe-training')
    .replace(/stem:.*/, `stem: ${stem}`)
    .replace(/key:.*/, 'key: Pair counts');

export const bankContradictingKey: Rule = {
  id: 'bank/contradicting-key',
  severity: 'error',
  keepsOut: 'pair',
  summary: 'Questions with the same wording and options must have the same answer.',
  why: 'One of the answers is wrong, or the wording omits what makes the difference.',
  bad: deck + again('What does BPE stand for?'),
  good: deck + again('What decides which symbols BPE joins next?'),
  *check(bank) {
    const reported = new Set<number>();
    for (const group of askedIn(bank).sameStem)
      for (const some of groupBy(group, sameWording).values())
        for (const [i, asked] of some.entries()) {
          if (reported.has(asked.index)) continue;
          // One contradiction is enough, and a few of many duplicates are enough to find it.
          const other = some.slice(0, Math.min(i, 20)).find((before) => contradicts(before, asked));
          if (other === undefined) continue;
          reported.add(asked.index);
          yield contradiction(asked, other);
        }
  },
};

function sameWording(asked: AskedText): string {
  // A sentence may begin with a small letter; elsewhere case counts, as in `-d` and `-D`.
  const plain = stripEnd(asked.stem).replace(/^\p{L}/u, (first) => first.toLowerCase());
  return `${plain}\0${offeredIn(asked)}`;
}

function contradiction({ located, stemPath }: AskedText, other: AskedText): Finding {
  const { id } = other.located.item;
  const key = keyIn(other).replaceAll('\n', '; ');
  return placeInItem(located, {
    at: stemPath,
    message: `\`${id}\` has the same wording but another answer, “${key}”; correct the wrong one, or say in the stems how they differ`,
    related: [pointTo(other.located, other.stemPath, `the other question, \`${id}\``)],
  });
}

function contradicts(a: AskedText, b: AskedText): boolean {
  const [one, other] = [a.located.item, b.located.item];
  if (a.index === b.index) return false;
  const { asks, quantity } = kindOf(one);
  const [some, others] = [quantity?.(one), kindOf(other).quantity?.(other)];
  if (some !== undefined && others !== undefined)
    return (
      !isInRange(some.key, others.key, others.tolerance) && !isInRange(others.key, some.key, some.tolerance)
    );
  // A recalled answer can be put in many ways: another text is not another answer.
  if (asks === 'reveal') return false;
  if (asks !== 'type' && asks !== 'fill') return keyIn(a) !== keyIn(b);
  const [those, these] = [acceptedIn(a), acceptedIn(b)];
  return [...those].some(([blank, texts]) => {
    const known = these.get(blank);
    return known !== undefined && ![...texts].some((text) => known.has(text));
  });
}

/** Returns the accepted answers by the gap they belong to: `key` and `accept` of a text are one. */
function acceptedIn({ located: { item } }: AskedText): ReadonlyMap<string, ReadonlySet<string>> {
  const accepted = new Map<string, Set<string>>();
  for (const { text, slot } of kindOf(item).right(item)) {
    const texts = accepted.get(slot) ?? new Set();
    for (const wording of wordingsOf(text)) texts.add(wording.toLowerCase().replace(/[\s\p{P}]+/gu, ''));
    accepted.set(slot, texts);
  }
  return accepted;
}
