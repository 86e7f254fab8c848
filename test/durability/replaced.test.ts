import { expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { type Counted, destroyers, type Place, placeIn, sessionBeside, summed } from '../beside.ts';
import { type Actor, checkingOut, movingBack, pulling, stashing, synchroniser } from '../outside.ts';
import { tempFolder } from '../temp.ts';
import { tries } from '../tries.ts';

const actors: readonly ((place: Place) => Actor)[] = [
  ({ log }) => synchroniser(log),
  ({ log }) => stashing(log, { union: true }),
  ({ log, data }) => pulling(log, data, { union: false }),
  ({ log }) => checkingOut(log, { union: true }),
  ({ log }) => movingBack(log),
];

/** Answers beside each of the actors. */
const answers = tries(80);

it('of many answers, with the log replaced beside the sessions, none that was shown is lost', {
  timeout: 180_000,
}, async ({ annotate }) => {
  const beside = actors.map(async (actorFor, i): Promise<Counted> => {
    const place = await placeIn(tempFolder());
    const course = { seed: `${i}`, random: randomFrom(`replaced ${i}`), answers, oneMore: i % 2 === 0 };
    return sessionBeside(place, { ...course, actor: actorFor(place) });
  });
  const taken = [0, 1, 2, 3].map(async (i): Promise<Counted> => {
    const place = await placeIn(tempFolder());
    const course = { seed: `${i}`, random: randomFrom(`taken ${i}`), answers: 6, oneMore: true };
    const destroyer = destroyers(place)[i];
    return sessionBeside(place, { ...course, ...(destroyer === undefined ? {} : { destroyer }) });
  });
  const sum = summed(await Promise.all([...beside, ...taken]));
  await annotate(JSON.stringify(sum));
  expect(sum).toMatchObject({ lost: 0, unshown: 0, differ: 0, unclean: [] });
  expect(sum.answers).toBeGreaterThanOrEqual(5 * answers + 20);
  expect(sum.acts).toBeGreaterThan(10);
});
