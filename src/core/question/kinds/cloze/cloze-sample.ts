import type { Sample } from '../sample.ts';

/** A cloze question to begin with. */
export const clozeSample: Sample = {
  id: 'two-turns-of-the-earth',
  en: `level: 1
tags: [earth]
# Each {{name}} is a blank; below, under accept, stands what is right in it.
stem: The Earth turns on its axis once a {{spin}}, and it goes round the Sun once a {{orbit}}.
accept:
  spin: [day]
  orbit: [year]
rationale: The first turn gives us morning and evening, the second the seasons.
`,
  zh: `level: 1
tags: [earth]
# 每个 {{名字}} 是一个空；下面 accept 里写这个空的正确答案。
stem: 地球每{{spin}}自转一圈，每{{orbit}}绕太阳一圈。
accept:
  spin: [天, 日]
  orbit: [年]
rationale: 自转带来昼夜，公转带来四季。
`,
};
