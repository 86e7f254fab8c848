import { type Finding, inItem, pointer, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { type Asked, askedIn, keyIn, offeredIn } from '#core/check/rules/bank/asked.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const again = (stem: string) =>
  sampleDeck
    .slice(sampleDeck.indexOf('  - id'))
    .replace('bpe-name', 'bpe-words')
    .replace(/stem:.*/, `stem: ${stem}`);

export const bankDuplicateQuestion: Rule = {
  id: 'bank/duplicate-question',
  severity: 'error',
  summary: 'No question is asked twice.',
  why: 'A learner answers it twice a day, and two memories are kept of one fact.',
  bad: sampleDeck + again('what does BPE stand for'),
  good:
    sampleDeck + again('Which three words is the algorithm that Sennrich brought to translation named by?'),
  *check(bank) {
    const told = new Set<number>();
    for (const group of askedIn(bank).sameStem) {
      const first = new Map<string, Asked>();
      for (const asked of group) {
        const answer = answerOf(asked);
        const before = first.get(answer);
        if (before === undefined) first.set(answer, asked);
        else if (isAnother(asked, before) && !told.has(asked.index)) {
          told.add(asked.index);
          yield duplicate(asked, before);
        }
      }
    }
  },
};

/** Whether two are different questions: where they have one id, that is a finding already. */
const isAnother = (a: Asked, b: Asked) => a.index !== b.index && a.located.item.id !== b.located.item.id;

/** What is the same where a question is: distractors may differ. */
function answerOf(asked: Asked): string {
  const { asks } = kindOf(asked.located.item);
  const isOfAll = asks === 'type-number' || asks === 'arrange';
  return isOfAll ? `${keyIn(asked)}\0${offeredIn(asked)}` : keyIn(asked);
}

function duplicate({ located, stemPath }: Asked, first: Asked): Finding {
  const { id } = first.located.item;
  return inItem(located, {
    at: stemPath,
    message: `\`${id}\` asks this too, with the same key: remove one of the two, and name its id under \`formerIds\` of the other`,
    related: [pointer(first.located, first.stemPath, `the other question, \`${id}\``)],
  });
}
