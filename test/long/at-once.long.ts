import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { differs, oneOf } from '../beside.ts';
import { replying } from '../learner.ts';
import { start } from '../program.ts';
import { recordedIn } from '../recorded.ts';
import { tempFolder } from '../temp.ts';
import { lostOf, transcriptOf } from '../transcript.ts';
import { printFigures, runSeed } from './figures.ts';

it('three sessions at once on one data directory lose nothing and tear nothing', async () => {
  const sum = {
    sessions: 0,
    answers: 0,
    deeds: 0,
    lost: 0,
    'never shown': 0,
    torn: 0,
    'snapshots that differ': 0,
  };
  for (const round of [1, 2]) {
    const data = tempFolder();
    const events = join(data, 'events');
    const sessions = [1, 2, 3].map((name) => {
      const seed = `${runSeed} at once ${round} ${name}`;
      const random = randomFrom(seed);
      const running = start(['--plain', '--lang', 'en', '--seed', seed, '--data-dir', data, '--new', '40']);
      replying(running, (asked, unknown) => {
        if (asked === 'answer') return unknown;
        return asked === 'after' && random() < 0.1 ? oneOf(['u', 'f 1'], random) : '';
      });
      return running;
    });
    for (const { ended } of sessions) expect(await ended).toBe(0);
    const shown = sessions.flatMap(({ out }) => transcriptOf(out()).shown);
    const recorded = recordedIn(events);
    sum.sessions += sessions.length;
    sum.answers += shown.filter(({ type }) => type === 'reviewed').length;
    sum.deeds += shown.filter(({ type }) => type !== 'reviewed').length;
    sum.lost += lostOf(shown, recorded.events).length;
    sum['never shown'] += lostOf(recorded.events, shown).length;
    sum.torn += recorded.unreadable;
    sum['snapshots that differ'] += differs({ data, events }) ? 1 : 0;
  }
  printFigures('three sessions at once', sum);
  expect(sum).toMatchObject({ lost: 0, 'never shown': 0, torn: 0, 'snapshots that differ': 0 });
  expect(sum.answers).toBeGreaterThanOrEqual(240);
});
