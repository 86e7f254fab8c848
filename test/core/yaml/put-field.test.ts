import { describe, expect, it } from 'vitest';
import { putField } from '#core/yaml/put-field.ts';
import { readYaml } from '#core/yaml/source.ts';

describe('putField', () => {
  it.each([
    ['', 'focus: [x, y]\n'],
    ['# mine\n\n# all of it\n', '# mine\n\n# all of it\n\nfocus: [x, y]\n'],
    [
      '# top\nfocus: [a, b] # for the talk\n\n# new\nnew: 5\n',
      '# top\nfocus: [x, y] # for the talk\n\n# new\nnew: 5\n',
    ],
    ['lang: "en" # me\nnew: 0x10\n', 'lang: "en" # me\nnew: 0x10\nfocus: [x, y]\n'],
    ['focus:\n  - a\n  - b\nnew: 5\n# end\n', 'focus:\n  - x\n  - y\nnew: 5\n\n# end\n'],
    ['focus: all\r\nnew: 4 # four\r\n', 'focus: [x, y]\r\nnew: 4 # four\r\n'],
    ['\ufefflang: zh\n', 'lang: zh\nfocus: [x, y]\n'],
  ])('%j', (text, expected) => {
    expect(putField(text, 'focus', ['x', 'y'])).toBe(expected);
  });

  it('reads back as what was put, and is the same when put again', () => {
    for (const value of ['all', 12, ['1', 'null', 'a: b', '- c', '题组', '']]) {
      const made = putField('# a\nnew: 5 # b\n', 'focus', value);
      expect(readYaml({ path: 'c.yaml', text: made }).data).toEqual({ new: 5, focus: value });
      expect(putField(made, 'focus', value)).toBe(made);
    }
  });
});
