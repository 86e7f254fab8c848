import { describe, expect, it } from 'vitest';
import { parseSettings } from '#core/base/settings.ts';

const messagesOf = (data: unknown, lang: 'en' | 'zh' = 'en') =>
  parseSettings(data).faults.map(({ message }) => message[lang]);

describe('settings', () => {
  it.each([
    [null, {}],
    [{}, {}],
    [
      { focus: ['context', 'a b'], reviews: 'focus' },
      { focus: ['context', 'a b'], reviews: 'focus' },
    ],
    [{ focus: 'context' }, { focus: ['context'] }],
    [{ focus: 'all', deadline: 'none' }, {}],
    [{ focus: [] }, {}],
    [
      { new: 0, lang: 'zh', deadline: '2028-02-29' },
      { new: 0, lang: 'zh', deadline: '2028-02-29' },
    ],
  ])('%j', (data, settings) => {
    expect(parseSettings(data)).toEqual({ settings, faults: [] });
  });

  it.each([
    [['new'], 'settings are written as `name: value`, each on a line, such as `new: 10`'],
    ['new', 'settings are written as `name: value`, each on a line, such as `new: 10`'],
    [{ focsu: [] }, 'unknown field `focsu`. Did you mean `focus`?'],
    [{ toString: 1 }, 'unknown field `toString`. Choose from: focus, reviews, new, lang, deadline'],
    [
      { focus: [14] },
      '`focus` must be a list of decks, such as `focus: [context, evaluation]`, or `all`. List the decks with `llmquiz decks`',
    ],
    [{ reviews: 'none' }, '`reviews` must be `all` or `focus`'],
    [{ new: 2.5 }, '`new` must be a whole number from 0 to 1000, such as `new: 10`'],
    [{ new: '10' }, '`new` must be a whole number from 0 to 1000, such as `new: 10`'],
    [{ new: null }, '`new` must be a whole number from 0 to 1000, such as `new: 10`'],
    [{ lang: 'zh-CN' }, '`lang` must be `en` or `zh`'],
    [{ deadline: '2027-02-29' }, '`deadline` must be a date, such as `deadline: 2027-06-30`, or `none`'],
    [{ deadline: '30.6.2027' }, '`deadline` must be a date, such as `deadline: 2027-06-30`, or `none`'],
  ])('%j is refused', (data, message) => {
    expect(messagesOf(data)).toEqual([message]);
  });

  it('names every fault, with its field, and keeps what is right', () => {
    expect(parseSettings({ nwe: 3, lang: 'en', new: -1 })).toMatchObject({
      settings: { lang: 'en' },
      faults: [
        { path: ['nwe'], part: 'key' },
        { path: ['new'], part: 'value' },
      ],
    });
    expect(messagesOf({ nwe: 3, lang: 'de' }, 'zh')).toEqual([
      '未知字段 `nwe`。你是否想写 `new`？',
      '`lang` 应为 `en` 或 `zh`',
    ]);
  });
});
