import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { groupBy } from '#core/base/group-by.ts';
import { type Text, wordingsOf } from '#core/base/text.ts';
import { placeInItem, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { choiceLinesOf, deckOf, makeCutWords, wrongOf } from '#core/check/examples/cut-words.ts';

/** As many questions may share an explanation: of one fact, asked in several ways. */
const most = 4;

const example = (rationale: (index: number) => string) => {
  const deck = deckOf(
    (word) =>
      choiceLinesOf(
        `Which text do the tokens ${word.pieces} make when they are joined?`,
        word.word,
        wrongOf(word, word.index % 4),
      ),
    makeCutWords().slice(0, most + 1),
  );
  let index = 0;
  return deck.replace(/rationale: .*/g, () => `rationale: ${rationale(index++)}`);
};

export const bankSameRationale: Rule = {
  id: 'bank/same-rationale',
  severity: 'warning',
  summary: `No rationale may be the same in more than ${most} questions, unless they share a \`fact\`.`,
  why: 'What explains every answer explains none: it is a filler, and what learners take away from a mistake.',
  get bad() {
    return example(() => 'The tokens are joined in the order in which they stand.');
  },
  get good() {
    return example((index) => `The tokens of word ${index + 1} are joined in the order in which they stand.`);
  },
  *check(bank) {
    const explained = [...explanationsIn(bank)];
    for (const same of groupBy(explained, ({ text }) => text).values()) {
      const items = new Map(same.map((one) => [factOf(one.located), one]));
      const [first, second] = [...items.values()];
      if (items.size <= most || first === undefined || second === undefined) continue;
      yield placeInItem(first.located, {
        at: first.path,
        message: `${items.size} questions have this same rationale; write what explains the answer of each`,
        related: [pointTo(second.located, second.path, `the same in \`${second.located.item.id}\``)],
      });
    }
  },
};

const factOf = ({ item }: LocatedItem) => (item.fact === undefined ? `item ${item.id}` : `fact ${item.fact}`);

interface Explanation {
  readonly located: LocatedItem;
  readonly path: DataPath;
  readonly text: string;
}

function* explanationsIn({ items }: LocatedBank): Generator<Explanation> {
  for (const located of items) {
    yield { located, path: ['rationale'], text: formOf(located.item.rationale) };
  }
}

const formOf = (text: Text) => wordingsOf(text).join('\n').trim().toLowerCase();
