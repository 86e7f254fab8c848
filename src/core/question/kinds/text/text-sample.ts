import type { Sample } from '../sample.ts';

/** A text question to begin with. */
export const textSample: Sample = {
  id: 'force-of-the-orbits',
  en: `level: 2
tags: [sun]
stem: Which force keeps the planets on their paths around the Sun?
key: gravity
# Other answers that are right too. Capitals, accents and small typos are forgiven anyway.
accept: [gravitation, gravitational force]
# Wrong answers that many will give, with the reason. This part may be left out.
reject:
  - text: magnetism
    why: The Sun has a magnetic field, but it is far too weak to hold a planet.
rationale: Without it, each planet would fly off in a straight line.
`,
  zh: `level: 2
tags: [sun]
stem: 是什么力让行星沿着轨道绕太阳运行？
key: 引力
# 其他正确的写法。大小写和小的笔误本来就不算错。
accept: [万有引力]
# 常见的错误回答及原因。这一部分可以不写。
reject:
  - text: 磁力
    why: 太阳有磁场，但远远不足以拉住一颗行星。
rationale: 没有它，每颗行星都会沿直线飞走。
`,
};
