import type { Sample } from '../sample.ts';

/** A recall question to begin with. */
export const recallSample: Sample = {
  id: 'why-there-are-seasons',
  en: `level: 3
tags: [earth]
stem: Why does the Earth have seasons?
# Learners think of the answer, or type it, and then compare it with this:
key: Its axis is tilted. For half of the year the north leans towards the Sun, for the other half the south.
# What a good answer contains, with words to find it by. This part may be left out.
points:
  - { text: the axis is tilted, words: [axis, tilt, tilted] }
  - { text: one half leans towards the Sun at a time, words: [lean, leans, towards, hemisphere] }
rationale: The distance is not the reason; in January, when the north has winter, the Earth is closest to the Sun.
`,
  zh: `level: 3
tags: [earth]
stem: 地球上为什么有四季？
# 学习者先想好或写下答案，再与这里比较：
key: 地轴是倾斜的。半年里北半球朝向太阳，另外半年里南半球朝向太阳。
# 好的回答包含的要点，以及用来识别的词。这一部分可以不写。
points:
  - { text: 地轴倾斜, words: [地轴, 倾斜] }
  - { text: 南北半球轮流朝向太阳, words: [朝向太阳, 半球] }
rationale: 原因不是距离：一月北半球是冬天，地球却离太阳最近。
`,
};
