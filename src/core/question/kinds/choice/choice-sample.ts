import type { Sample } from '../sample.ts';

/** A choice question to begin with. */
export const choiceSample: Sample = {
  id: 'closest-planet',
  en: `level: 1
tags: [planets]
stem: Which planet is closest to the Sun?
# The correct answer:
key: Mercury
# Wrong options, usually three. Each says why it is wrong: learners who pick it see that.
distractors:
  - text: Venus
    why: Venus is the second planet; it is hotter, because its thick air keeps the heat in.
  - text: Mars
    why: Mars is the fourth planet, the next one after the Earth.
  - text: Jupiter
    why: Jupiter is the fifth planet and the largest of all.
# Shown after the answer: why it is right.
rationale: Mercury goes round the Sun in 88 days, at about two fifths of our own distance.
`,
  zh: `level: 1
tags: [planets]
stem: 离太阳最近的行星是哪一颗？
# 正确答案：
key: 水星
# 错误选项，通常三个。每个都说明为什么不对，选了它的人会看到。
distractors:
  - text: 金星
    why: 金星是第二颗行星；它的大气浓厚，热量散不出去，所以反而更热。
  - text: 火星
    why: 火星是第四颗行星，排在地球之后。
  - text: 木星
    why: 木星是第五颗行星，也是最大的一颗。
# 作答后显示：为什么是这个答案。
rationale: 水星绕太阳一圈只要 88 天，离太阳的距离约为地球的五分之二。
`,
};
