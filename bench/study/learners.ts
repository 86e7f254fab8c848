/** A learner whose memory is not FSRS's. Days are counted from the first. */
export interface Learner {
  readonly name: string;
  /** The chance, 0-1, that the answer to a question of a level is known on a day, after it was asked on some days. */
  recall(question: Question, asked: readonly Asked[], day: number): number;
}

/** A question as a learner meets it. */
export interface Question {
  readonly id: string;
  readonly level: number;
  /** Whether the learner knows the answer before the first day. */
  readonly isKnown: boolean;
}

/** A time that a question was asked, and whether its answer was known. */
export interface Asked {
  readonly day: number;
  readonly known: boolean;
}

/** Half-life regression, in its spirit: each answer known multiplies the half-life, each one forgotten cuts it (Settles and Meeder 2016). */
const halfLife: Learner = {
  name: 'half-life',
  recall({ level, isKnown }, asked, day) {
    const last = asked.at(-1);
    if (last === undefined) return isKnown ? 0.97 : 0;
    let days = (isKnown ? 20 : 1.6) * 1.1 ** (3 - level);
    for (const [i, { known, day: on }] of asked.entries()) {
      const gap = on - (asked[i - 1]?.day ?? on);
      // What is asked again at once teaches little more.
      if (known) days *= 1 + 1.1 * Math.min(1, gap / days);
      else days = Math.max(1, days * 0.5);
    }
    return 2 ** (-(day - last.day) / days);
  },
};

/** ACT-R's activation: traces that decay as powers of time, through a logistic of noise (Pavlik and Anderson 2005, decays made simple). */
const activation: Learner = {
  name: 'activation',
  recall({ level, isKnown }, asked, day) {
    if (asked.length === 0) return isKnown ? 0.97 : 0;
    const traces = [...(isKnown ? [-200, -100, -50, -20, -10] : []), ...asked.map((a) => a.day)];
    const strength = traces.reduce((sum, on) => sum + (day - on + 0.04) ** -0.32, 0);
    return 1 / (1 + Math.exp(-(Math.log(strength) + 0.62 - 0.08 * level) / 0.22));
  },
};

/** Wickelgren's power law: the more often something was known, the slower it is forgotten (Wickelgren 1974, in the form of Wixted 2004). */
const powerLaw: Learner = {
  name: 'power law',
  recall({ level, isKnown }, asked, day) {
    const last = asked.at(-1);
    if (last === undefined) return isKnown ? 0.97 : 0;
    const days = new Set(asked.filter((a) => a.known).map((a) => a.day)).size + (isKnown ? 3 : 0);
    return 0.98 * (1 + 0.4 * (day - last.day)) ** -(0.3 / (1 + days) + 0.01 * level);
  },
};

/** Knows everything, always. */
export const knowsAll: Learner = { name: 'always right', recall: () => 1 };

/** The learners of the simulation. */
export const learners: readonly Learner[] = [halfLife, activation, powerLaw];
