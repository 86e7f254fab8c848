import type { Sample } from '../sample.ts';

/** A order question to begin with. */
export const orderSample: Sample = {
  id: 'planets-by-distance',
  en: `level: 2
tags: [planets]
stem: In which order do these planets follow each other, seen from the Sun?
# In the right order; the quiz shuffles them.
sequence: [Venus, Earth, Mars, Saturn, Neptune]
by: closest to the Sun first
rationale: The small rocky planets are close to the Sun, the giants far away.
`,
  zh: `level: 2
tags: [planets]
stem: 从太阳向外，这些行星的先后顺序是什么？
# 按正确的顺序写，测验时会打乱。
sequence: [金星, 地球, 火星, 土星, 海王星]
by: 离太阳近的在前
rationale: 小的岩质行星靠近太阳，巨行星离得远。
`,
};
