import type { Sample } from '../sample.ts';

/** A true-false question to begin with. */
export const trueFalseSample: Sample = {
  id: 'sun-is-a-star',
  en: `level: 1
tags: [sun]
stem: The Sun is a star like those we see at night.
# Either true or false:
key: true
rationale: It only looks so much brighter because it is so much closer to us than all others.
`,
  zh: `level: 1
tags: [sun]
stem: 太阳和夜空中的星星一样，是一颗恒星。
# true 表示对，false 表示错：
key: true
rationale: 它看起来亮得多，只是因为它离我们近得多。
`,
};
