import type { Sample } from '../sample.ts';

/** A number question to begin with. */
export const numberSample: Sample = {
  id: 'light-from-the-sun',
  en: `level: 2
tags: [sun]
stem: How long does light travel from the Sun to the Earth?
key: 8.3
unit: minutes
# How far off is still right: 5% of 8.3. Leave the line out if only the exact number is.
tolerance: 5%
rationale: Light covers 300,000 kilometres a second, and the Sun is about 150 million kilometres away.
`,
  zh: `level: 2
tags: [sun]
stem: 光从太阳到地球要走多久？
key: 8.3
unit: 分钟
# 允许的误差：8.3 的 5%。如果必须完全准确，去掉这一行。
tolerance: 5%
rationale: 光每秒走 30 万千米，太阳离我们约 1.5 亿千米。
`,
};
