import { pickFrame } from '#core/bank/bank-frame.ts';
import type { LocatedBank, LocatedFrame } from '#core/bank/located-bank.ts';
import { findOnBank } from '#core/check/contract/place-at-title.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const named = (id: string) => ({ 'bank.yaml': `id: ${id}\n`, 'tokens.yaml': sampleDeck });

export const refBankIdChanged: Rule = {
  id: 'ref/bank-id-changed',
  severity: 'error',
  summary: 'The `id` in `bank.yaml` must never change or disappear.',
  why: 'Progress is stored under it, so everything that learners know would be that of another bank.',
  base: named('token-basics'),
  bad: named('tokens-101'),
  good: named('token-basics'),
  *check(bank, { base }) {
    const was = base && frameOf(base)?.frame.id;
    if (was === undefined) return;
    const now = frameOf(bank);
    const back = `set \`id: ${was}\` again, or learners lose their progress`;
    // A file that could not be read, or was not named, is not gone.
    if (now === undefined) {
      if (bank.whole && bank.complete)
        yield* findOnBank(bank, `\`bank.yaml\`, with the id of the bank, is gone; ${back}`);
      return;
    }
    const { id } = now.frame;
    if (id === was) return;
    const message =
      id === undefined
        ? `the bank no longer says its id; ${back}`
        : `the id of the bank changed from \`${was}\` to \`${id}\`; ${back}`;
    yield { path: now.source.path, at: now.placeNear('id'), message };
  },
};

/** What a bank says of itself as a whole. */
const frameOf = ({ decks, frames }: LocatedBank): LocatedFrame | undefined =>
  pickFrame(
    decks.map(({ source }) => source.path),
    frames,
  );
