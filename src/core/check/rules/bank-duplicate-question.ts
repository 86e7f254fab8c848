import { type Asked, askedIn, questionOf } from '../asked.ts';
import { pointer } from '../bank-wide.ts';
import { sampleDeck } from '../example.ts';
import { inItem, type Rule } from '../rule.ts';

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
    const seen = new Map<string, Asked>();
    const told = new Set<number>();
    for (const asked of askedIn(bank)) {
      const same = questionOf(asked);
      const first = seen.get(same);
      if (first === undefined) seen.set(same, asked);
      else if (first.index !== asked.index && !told.has(asked.index)) {
        told.add(asked.index);
        const { id } = first.located.item;
        yield inItem(asked.located, {
          at: asked.stemPath,
          message: `\`${id}\` asks this too, with the same key: remove one of the two, and name its id under \`formerIds\` of the other`,
          related: [pointer(first.located, first.stemPath, `the other question, \`${id}\``)],
        });
      }
    }
  },
};
