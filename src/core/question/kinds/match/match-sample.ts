import type { Sample } from '../sample.ts';

/** A match question to begin with. */
export const matchSample: Sample = {
  id: 'planets-and-records',
  en: `level: 2
tags: [planets]
stem: Which planet holds which record?
pairs:
  - { left: Jupiter, right: the largest }
  - { left: Mercury, right: the smallest }
  - { left: Venus, right: the hottest }
# More for the right side that belongs to none. This part may be left out.
distractors:
  - text: the coldest
    why: The coldest planet is Neptune, which is not in the list.
rationale: Venus is hotter than Mercury although it is farther from the Sun, since its thick air holds the heat.
`,
  zh: `level: 2
tags: [planets]
stem: 每颗行星各保持哪项纪录？
pairs:
  - { left: 木星, right: 最大 }
  - { left: 水星, right: 最小 }
  - { left: 金星, right: 最热 }
# 右边多出来、不属于任何一项的内容。这一部分可以不写。
distractors:
  - text: 最冷
    why: 最冷的行星是海王星，不在左边。
rationale: 金星离太阳比水星远，却更热，因为浓厚的大气留住了热量。
`,
};
