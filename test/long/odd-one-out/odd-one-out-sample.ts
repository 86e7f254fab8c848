import type { Sample } from '#core/question/kinds/sample.ts';

/** An odd-one-out question to begin with. */
export const oddOneOutSample: Sample = {
  id: 'not-a-planet',
  en: `level: 1
stem: Which of these is not a planet of the Sun?
odd: Titan
others: [Venus, Uranus, Mars]
rationale: Titan goes round Saturn, and so it is a moon.
`,
  zh: `level: 1
stem: 下列哪一个不是太阳的行星？
odd: 土卫六
others: [金星, 天王星, 火星]
rationale: 土卫六绕土星运行，所以是卫星。
`,
};
