import type { Sample } from '../sample.ts';

/** A multi question to begin with. */
export const multiSample: Sample = {
  id: 'planets-with-rings',
  en: `level: 2
tags: [planets]
stem: Which of these planets have rings?
# Everything that has to be ticked:
keys: [Saturn, Uranus, Neptune]
distractors:
  - text: Venus
    why: Venus has neither rings nor moons.
  - text: Mars
    why: Mars has two small moons, but no rings.
rationale: All four giant planets have rings. Only those of Saturn are bright enough for a small telescope.
`,
  zh: `level: 2
tags: [planets]
stem: 下列行星中，哪些有环？
# 要选中的全部选项：
keys: [土星, 天王星, 海王星]
distractors:
  - text: 金星
    why: 金星既没有环，也没有卫星。
  - text: 火星
    why: 火星有两颗小卫星，但没有环。
rationale: 四颗巨行星都有环，只有土星的环亮得用小望远镜就能看到。
`,
};
