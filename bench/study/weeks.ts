import { type BankIndex, compileBank, type Spoilers } from '#core/bank/compile.ts';
import { randomFrom } from '#core/base/random.ts';
import { checkBank, isForAsking } from '#core/check/check.ts';
import { findSpoilers } from '#core/check/spoilers.ts';
import type { Reviewed } from '#core/learner/events/event.ts';
import { gistOf } from '#core/learner/events/gist.ts';
import { rate } from '#core/learner/events/rate.ts';
import { openFold } from '#core/learner/memory/fold.ts';
import { type Ask, type Plan, planSession } from '#core/learner/plan/plan.ts';
import { advance, startSession } from '#core/learner/plan/session.ts';
import { memoryOf } from '#core/learner/plan/sift.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import type { Asked, Learner, Question } from './learners.ts';

/** The questions of a bank, and the chance of each to be guessed. */
export interface StudyBank {
  readonly index: BankIndex;
  readonly guess: ReadonlyMap<string, number>;
  /** The same without regard to how many questions show an answer. */
  readonly shown: Spoilers;
}

/** Reads the bank at a path. */
export function readStudyBank(path: string): StudyBank {
  const { files } = readBankFiles([path], process.cwd());
  const { bank } = checkBank(files, { whole: true, wanted: isForAsking });
  const items = bank.decks.flatMap((deck) => deck.items);
  const guess = new Map(items.map((item) => [item.id, kindOf(item).guess(item)]));
  const { index } = compileBank(bank, Buffer.byteLength, findSpoilers(bank));
  return { index, guess, shown: findSpoilers(bank, Number.POSITIVE_INFINITY) };
}

/** What a learner did on one day. */
export interface StudiedDay {
  readonly due: number;
  readonly fresh: number;
  readonly answered: number;
  readonly right: number;
  /** The decks begun by the end of the day, and the levels met. */
  readonly decks: number;
  readonly levels: readonly number[];
  /** The levels of the new questions, in their order. */
  readonly began: readonly number[];
  /** Questions whose answer was typed, for the first time that day, and those of them whose answer was shown in the feedbacks before. */
  readonly typed: number;
  readonly spoilt: number;
  /** The questions of the bank that the learner knows on the next day, by chance of each. */
  readonly remembered: number;
}

/** How somebody studies. */
export interface Study {
  readonly bank: StudyBank;
  readonly learner: Learner;
  readonly days: number;
  readonly seed: string;
  /** The share of questions of each level, the first at 0, that is known beforehand. */
  readonly known?: readonly number[];
  /** What `quiz` is told. */
  readonly plan?: (day: number) => Partial<Parameters<typeof planSession>[0]>;
}

const firstDay = 20_000;

/** Studies a bank day by day, one session a day, through the planning, rating and memory of the program. */
export function studyDays({
  bank,
  learner,
  days,
  seed,
  known = [0.5, 0.3, 0.15, 0.05, 0],
  plan,
}: Study): StudiedDay[] {
  const random = randomFrom(seed);
  const { heads } = bank.index;
  const questions = new Map(
    heads.map(({ id, level }) => [id, { id, level, isKnown: random() < (known[level - 1] ?? 0) }]),
  );
  const asked = new Map<string, Asked[]>(heads.map(({ id }) => [id, []]));
  const fold = openFold();
  let seq = 0;
  const answer = (id: string, day: number): Reviewed => {
    const before = asked.get(id) ?? [];
    const guess = bank.guess.get(id) ?? 0;
    const isKnown = random() < learner.recall(questions.get(id) as Question, before, day);
    before.push({ day, known: isKnown });
    seq += 1;
    return reviewOf(id, isKnown || random() < guess, guess, firstDay + day, seq);
  };
  return Array.from({ length: days }, (_, day) => {
    const { spoilers } = bank.index;
    const input = { heads, spoilers, states: fold.states, today: firstDay + day, random, ...plan?.(day) };
    const planned = planSession(input);
    let session = startSession(planned.queue);
    while (session.queue[0] !== undefined) {
      const event = answer(session.queue[0].head.id, day);
      fold.take(gistOf(event));
      fold.settle(() => {});
      session = advance(session, { event: event.id, ...event });
    }
    const begun = heads.filter((head) => memoryOf(head, fold.states) !== undefined);
    const chances = heads.map(({ id }) =>
      learner.recall(questions.get(id) as Question, asked.get(id) ?? [], day + 1),
    );
    return {
      ...countsOf(planned),
      answered: session.answered.length,
      right: session.answered.filter((a) => a.verdict === 'correct').length,
      decks: new Set(begun.map((head) => head.deck)).size,
      levels: [...new Set(begun.map((head) => head.level))].sort(),
      ...spoiltIn(
        session.answered.map(({ ask }) => ask),
        bank,
      ),
      remembered: chances.reduce((sum, chance) => sum + chance, 0),
    };
  });
}

/** The feedbacks that a learner may still have in mind. */
const inMind = 12;

/** How many typed answers had been shown in the feedbacks before. */
function spoiltIn(asks: readonly Ask[], { index, shown }: StudyBank) {
  const places = new Map(index.heads.map(({ id }, place) => [id, place]));
  const placeOf = ({ head }: Ask) => places.get(head.id) ?? -1;
  const typed = [...asks.entries()].filter(
    ([, ask]) => ask.reask === 0 && ['text', 'cloze'].includes(ask.head.kind),
  );
  const spoilt = typed.filter(([at, ask]) => {
    const by = shown[placeOf(ask)] ?? [];
    return asks.slice(Math.max(0, at - inMind), at).some((before) => by.includes(placeOf(before)));
  });
  return { typed: typed.length, spoilt: spoilt.length };
}

const countsOf = ({ due, fresh, queue }: Plan) => ({
  due,
  fresh,
  began: queue.slice(queue.length - fresh).map(({ head }) => head.level),
});

function reviewOf(item: string, isRight: boolean, guess: number, day: number, seq: number): Reviewed {
  const at = new Date(day * 86_400_000 + 12 * 3_600_000 + seq * 10).toISOString();
  const verdict = isRight ? 'correct' : 'wrong';
  return {
    ...{ v: 1, id: `e${seq}`, device: 'simulated', seq, at, item, type: 'reviewed', revision: 99 },
    ...{ verdict, rating: rate({ verdict, hints: 0 }), policy: 1, guess, answer: { type: 'unknown' } },
    ...{ hints: 0, ms: 5000, lang: 'en' },
  } as Reviewed;
}
