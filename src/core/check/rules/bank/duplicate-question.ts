import { type Finding, placeInItem, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { type AskedText, askedIn, keyIn, offeredIn } from '#core/check/rules/bank/asked.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const again = (stem: string) =>
  sampleDeck
    .slice(sampleDeck.indexOf('  - id'))
    .replace('bpe-name', 'bpe-words')
    .replace(/stem:.*/, `stem: ${stem}`);

export const bankDuplicateQuestion: Rule = {
  id: 'bank/duplicate-question',
  severity: 'error',
  summary: 'No two questions may be the same.',
  why: 'Learners would answer it twice, and one fact would be scheduled as two.',
  bad: sampleDeck + again('what does BPE stand for'),
  good:
    sampleDeck + again('Which three words is the algorithm that Sennrich brought to translation named by?'),
  *check(bank) {
    const reported = new Set<number>();
    for (const group of askedIn(bank).sameStem) {
      const first = new Map<string, AskedText>();
      for (const asked of group) {
        const answer = answerOf(asked);
        const before = first.get(answer);
        if (before === undefined) first.set(answer, asked);
        else if (isAnother(asked, before) && !reported.has(asked.index)) {
          reported.add(asked.index);
          yield duplicate(asked, before);
        }
      }
    }
  },
};

/** Returns whether two are different questions: another rule reports those with the same id. */
const isAnother = (a: AskedText, b: AskedText) =>
  a.index !== b.index && a.located.item.id !== b.located.item.id;

/** Returns what duplicates have in common besides the stem: distractors may differ. */
function answerOf(asked: AskedText): string {
  const { asks } = kindOf(asked.located.item);
  const isOfAll = asks === 'type-number' || asks === 'arrange';
  return isOfAll ? `${keyIn(asked)}\0${offeredIn(asked)}` : keyIn(asked);
}

function duplicate({ located, stemPath }: AskedText, first: AskedText): Finding {
  const { id } = first.located.item;
  return placeInItem(located, {
    at: stemPath,
    message: `\`${id}\` is the same question with the same answer; delete one and list its id under \`formerIds\` of the other`,
    related: [pointTo(first.located, first.stemPath, `the other question, \`${id}\``)],
  });
}
