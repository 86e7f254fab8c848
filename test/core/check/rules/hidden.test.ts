import { describe, expect, it } from 'vitest';
import { controls } from '#core/base/neutral.ts';
import { hiddenIn } from '#core/check/rules/text/hidden.ts';
import { readYaml } from '#core/yaml/source.ts';
import { counting } from '../../../counting.ts';

/** The findings of a text, and how often one of its scalars was looked at for them. */
function found(text: string) {
  let looked = 0;
  const source = readYaml({ path: 'deck.yaml', text });
  function* scalars() {
    for (const scalar of source.scalars()) yield counting(scalar, () => looked++);
  }
  return { findings: [...hiddenIn([{ ...source, scalars }], controls, 'a control')], looked: () => looked };
}

describe('control characters', () => {
  it('are removed from field names, values and comments', () => {
    const text = 'a\u0001: b\u0002c\n# d\u0003\n"e\u0004": "f\u0005\u0006g\u0007"\n';
    const { findings } = found(text);
    expect(findings.map(({ fix }) => fix?.edits.map((e) => [text.slice(e.start, e.end), e.text]))).toEqual([
      [['a\u0001', 'a']],
      [['b\u0002c', 'bc']],
      [['\u0003', '']],
      [['"e\u0004"', '"e"']],
      [['"f\u0005\u0006g\u0007"', '"fg"']],
      [['"f\u0005\u0006g\u0007"', '"fg"']],
    ]);
  });

  it('in one text have one fix', () => {
    const { findings } = found(`a: ${'b\u0001'.repeat(100)}c\n`);
    expect(findings).toHaveLength(100);
    expect(new Set(findings.map(({ fix }) => fix)).size).toBe(1);
  });

  it('take at most three times the work if they are twice as many', () => {
    const work = (count: number) => {
      const text = Array.from({ length: count }, (_, i) => `k${i}: b\u0001c\n`).join('');
      const { findings, looked } = found(text);
      expect(findings).toHaveLength(count);
      return looked();
    };
    expect(work(2000)).toBeLessThanOrEqual(3 * work(1000));
  });
});
