import { describe, expect, it } from 'vitest';
import { guessAddress } from '#core/bank/shape/address.ts';
import { describeTag, guessLanguage } from '#core/bank/shape/language-names.ts';
import { guessDate } from '#core/bank/shape/written-date.ts';
import { checkBank } from '#core/check/check.ts';
import { isDate } from '#core/question/shapes.ts';

const messagesFor = (
  fields: Readonly<Record<string, unknown>>,
  head: Readonly<Record<string, unknown>> = {},
) => {
  const item = {
    id: 'q',
    kind: 'number',
    level: 1,
    tags: ['t'],
    stem: 'How much is it?',
    key: 5,
    rationale: 'It has been measured by several people.',
    sources: [{ title: 'A', url: 'https://example.org/' }],
    ...fields,
  };
  const written = Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const text = `title: T\n${Object.entries(head).map(([k, v]) => `${k}: ${v}\n`)}items:\n  - ${written.join('\n    ')}\n`;
  return checkBank([{ path: 'deck.yaml', text }], { today: '2026-06-01' }).diagnostics.map(
    ({ message, rule }) => `${message} [${rule}]`,
  );
};

describe('a number with one letter behind it', () => {
  it.each([
    ['8849 m', 'write 8849, and `unit: m`, or 8849000000 if m is million'],
    ['8849m', 'write 8849, and `unit: m`, or 8849000000 if m is million'],
    ['3 t', 'write 3, and `unit: t`, or 3000000000000 if t is trillion'],
    ['5 b', 'write 5, and `unit: b`, or 5000000000 if b is billion'],
    ['12 k', 'write 12, and `unit: k`, or 12000 if k is thousand'],
    ['12 g', 'write 12, and `unit: g`'],
    ['4 h', 'write 4, and `unit: h`'],
    ['９ ｍ', 'write 9, and `unit: m`, or 9000000 if m is million'],
    ['5 km', 'write 5, and `unit: km`'],
    ['50 %', 'write 50, and `unit: "%"`'],
  ])('%s', (key, ways) => {
    const found = messagesFor({ key });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`; ${ways} [schema/wrong-type]`);
  });
});

describe('an address', () => {
  it.each([
    ['10.1000/182', 'https://doi.org/10.1000/182'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['DOI 10.1162/tacl_a_00298', 'https://doi.org/10.1162/tacl_a_00298'],
    ['doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['arXiv:1706.03762', 'https://arxiv.org/abs/1706.03762'],
    ['arXiv 1706.03762v5', 'https://arxiv.org/abs/1706.03762v5'],
    ['1706.03762', 'https://arxiv.org/abs/1706.03762'],
    ['arXiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['PMID: 12345678', 'https://pubmed.ncbi.nlm.nih.gov/12345678/'],
    ['PMC3531190', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/'],
    ['ISBN 978-3-16-148410-0', 'https://search.worldcat.org/isbn/9783161484100'],
    ['ISBN-10: 0-306-40615-2', 'https://search.worldcat.org/isbn/0306406152'],
    ['080442957X', 'https://search.worldcat.org/isbn/080442957X'],
    ['www.example.org/a', 'https://www.example.org/a'],
    ['example.org', 'https://example.org'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['[Bering](https://example.org/b)', 'https://example.org/b'],
    ['https//example.org', 'https://example.org'],
    ['https:/example.org', 'https://example.org'],
  ])('%s', (text, address) => {
    expect(guessAddress(text)).toBe(address);
  });

  it.each(['ISBN 978-3-16-148410-1', 'A book', '12', '3.14', 'p. 12', 'https://example.org/'])(
    'but not %s',
    (text) => {
      expect(guessAddress(text)).toBeUndefined();
    },
  );

  it.each([
    [
      'https://a.org/Bering Strait',
      '`url` has blanks in it; write https://a.org/Bering%20Strait, or only the address',
    ],
    [
      'https://a.org, https://b.org',
      '`url` is 2 addresses; keep https://a.org, and write the others as sources of their own',
    ],
    [
      'https://a.org,https://b.org',
      '`url` is 2 addresses; keep https://a.org, and write the others as sources of their own',
    ],
    [
      'https://a.org；https://b.org',
      '`url` is 2 addresses; keep https://a.org, and write the others as sources of their own',
    ],
    [
      '10.1000/182',
      '`url` is "10.1000/182", which is not an address like https://...; write https://doi.org/10.1000/182',
    ],
  ])('%s in a source', (url, message) => {
    expect(messagesFor({ sources: [{ title: 'A', url }] })).toEqual([`${message} [schema/bad-value]`]);
  });

  it.each(['https://a.org/b,c', 'https://web.archive.org/web/2020/https://a.org/', 'https://a.org/%20'])(
    '%s is one',
    (url) => {
      expect(messagesFor({ sources: [{ title: 'A', url }] })).toEqual([]);
    },
  );

  it.each([
    [{ doi: '10.1000/182' }, 'write { title: ..., url: https://doi.org/10.1000/182 }'],
    [{ title: 'A', arxiv: '1706.03762' }, 'write url: https://arxiv.org/abs/1706.03762'],
    [{ title: 'A', isbn: '978-3-16-148410-0' }, 'write url: https://search.worldcat.org/isbn/9783161484100'],
    [{ title: 'A', link: 'https://a.org' }, 'did you mean `url`?'],
  ])('under another name: %j', (source, ways) => {
    const found = messagesFor({ sources: [source] });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(ways);
  });
});

describe('options with an answer', () => {
  const choice = (fields: object) => ({
    kind: 'choice',
    key: undefined,
    options: ['red', 'green', 'blue'],
    ...fields,
  });
  it.each([
    [{ answer: 2 }, 'write its text as `key`'],
    [{ answer: 'B' }, 'write `key: green`'],
    [{ correct: 0 }, 'write `key: red`'],
    [{ answer: 'green' }, 'write `key: green`'],
    [{ options: undefined, choices: ['red', 'green'], answer: 'b' }, 'write `key: green`'],
    [{ key: 2 }, 'write its text as `key`'],
  ])('%j is one finding', (fields, ways) => {
    const found = messagesFor(choice(fields));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(ways);
    expect(found[0]).toContain('`distractors`');
  });

  it('a position is not renamed to the text of the key', () => {
    const text = 'title: T\nitems:\n  - id: q\n    kind: choice\n    options: [a, b]\n    answer: 2\n';
    const found = checkBank([{ path: 'deck.yaml', text }]).diagnostics.filter(({ fix }) => fix !== undefined);
    expect(found).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['2020.12', '2020-12'],
    ['2020/5', '2020-05'],
    ['2020/05/31', '2020-05-31'],
    ['2020-5-3', '2020-05-03'],
    ['202012', '2020-12'],
    ['20201208', '2020-12-08'],
    ['December 2020', '2020-12'],
    ['Dec. 2020', '2020-12'],
    ['8 December 2020', '2020-12-08'],
    ['December 8th, 2020', '2020-12-08'],
    ['8. Dezember 2020', '2020-12-08'],
    ['8.12.2020', '2020-12-08'],
    ['12/2020', '2020-12'],
    ['8 décembre 2020', '2020-12-08'],
    ['8 de diciembre de 2020', '2020-12-08'],
    ['2020年12月', '2020-12'],
    ['2020年12月8日', '2020-12-08'],
    ['２０２０年', '2020'],
  ])('%s', (text, date) => {
    expect(guessDate(text)).toBe(date);
  });

  it.each(['1/2/2020', 'soon', '2020-13', '31 February 2020', 'Q3 2020', 'summer 2020'])(
    'but not %s',
    (text) => {
      expect(guessDate(text)).toBeUndefined();
    },
  );

  it.each(['2020', '2020-02', '2020-02-29', '2000-02-29', '2021-12-31'])('%s is one', (date) => {
    expect(isDate(date)).toBe(true);
  });

  it.each(['2021-02-29', '1900-02-29', '2020-04-31', '2020-00', '2020-13', '2020-01-00', '20', '2020-1'])(
    '%s is none',
    (date) => {
      expect(isDate(date)).toBe(false);
    },
  );

  it.each([
    ['2020.12', 'write 2020-12'],
    ['December 2020', 'write 2020-12'],
    ['2021-02-30', 'no such date'],
  ])('`asOf: %s` is one finding', (asOf, ways) => {
    const found = messagesFor({ asOf });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(ways);
  });

  it.each([
    ['2062-12-08', 1],
    ['2026-07', 1],
    ['2026-06-03', 1],
    ['"2027"', 1],
    ['2026-06-02', 0],
    ['2026-06', 0],
    ['2026-06-01', 0],
    ['"2026"', 0],
    ['2020-01', 0],
  ])('%s on 1 June 2026', (asOf, findings) => {
    const found = messagesFor({ asOf }).filter((message) => message.includes('source/future'));
    expect(found).toHaveLength(findings);
  });

  it('is not judged without a clock', () => {
    const text = `title: T\nitems:\n  - id: q\n    kind: number\n    level: 1\n    tags: [t]\n    stem: How much?\n    key: 5\n    asOf: 2062-01\n    rationale: It has been measured by several people.\n    sources: [{ title: A, url: "https://a.org/" }]\n`;
    expect(checkBank([{ path: 'deck.yaml', text }]).diagnostics).toEqual([]);
  });

  it.each([
    [2062, 1],
    [2028, 1],
    [2027, 0],
    [2020, 0],
  ])('a source of %i, in 2026', (year, findings) => {
    const files = [
      {
        path: 'sources.yaml',
        text: `a2:\n  authors: A\n  year: ${year}\n  title: B\n  url: https://a.org/\n`,
      },
    ];
    const found = checkBank(files, { today: '2026-06-01' }).diagnostics;
    expect(found.filter(({ rule }) => rule === 'source/future')).toHaveLength(findings);
  });
});

describe('a language', () => {
  it.each([
    ['German', 'de'],
    ['deutsch', 'de'],
    ['Français', 'fr'],
    ['日本語', 'ja'],
    ['中文', 'zh'],
    ['en_US', 'en-US'],
    ['ENGLISH', 'en'],
  ])('%s', (name, tag) => {
    expect(guessLanguage(name)).toBe(tag);
    expect(messagesFor({}, { language: name })[0]).toContain(`; write ${tag} [schema/bad-value]`);
  });

  it.each([
    ['cn', 'zh'],
    ['jp', 'ja'],
    ['kr', 'ko'],
    ['cz', 'cs'],
    ['dk', 'da'],
    ['ua', 'uk'],
    ['gr', 'el'],
    ['vn', 'vi'],
    ['us', 'en'],
    ['deu', 'de'],
    ['fra', 'fr'],
    ['cn-TW', 'zh-TW'],
  ])('`%s` is rather `%s`', (tag, meant) => {
    expect(describeTag(tag)).toContain(`did you mean \`${meant}\`?`);
    const found = messagesFor({}, { language: tag }).filter((message) =>
      message.includes('text/language-tag'),
    );
    expect(found).toHaveLength(1);
  });

  it.each(['xx', 'zz', 'qq'])('%s is none', (tag) => {
    expect(describeTag(tag)).toContain('is no language');
  });

  it.each(['en', 'zh', 'de-AT', 'zh-Hant', 'pt-BR', 'uk', 'sv', 'el', 'yue', 'gsw'])('%s is one', (tag) => {
    expect(describeTag(tag)).toBeUndefined();
  });

  it.each([
    [{ stem: { en: 'How much is it?', cn: '多少？' } }, 'cn'],
    [
      {
        stem: { en: 'How much is it?', jp: 'いくら？' },
        rationale: { en: 'It has been measured.', jp: '測った。' },
      },
      'jp',
    ],
  ])('in a text: %j', (fields, tag) => {
    const found = messagesFor(fields).filter((message) => message.includes('text/language-tag'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`\`${tag}\``);
  });

  it('is none if it is a field or a blank', () => {
    const cloze = {
      kind: 'cloze',
      key: undefined,
      stem: 'The {{us}} of it is how much?',
      accept: { us: ['one', 'two'] },
    };
    expect(messagesFor(cloze).filter((message) => message.includes('text/language-tag'))).toEqual([]);
  });

  it('by its name as a key is called by its tag', () => {
    const found = messagesFor({ stem: { en: 'How much is it?', German: 'Wie viel?' } });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('write `de`');
  });
});

describe('a number that other tools read otherwise', () => {
  it.each([
    [{ key: '017' }, 'other YAML tools read `017` as 15; write 17 [yaml/ambiguous-scalar]'],
    [{ key: '007' }, 'other YAML tools read `007` as 7; write 7 [yaml/ambiguous-scalar]'],
    [{ key: '08' }, 'other YAML tools read `08` as a text; write 8 [yaml/ambiguous-scalar]'],
    [{ key: 5, tolerance: '01' }, 'other YAML tools read `01` as 1; write 1 [yaml/ambiguous-scalar]'],
  ])('%j', (fields, message) => {
    expect(messagesFor(fields)).toContain(message);
  });

  it.each([{ key: '17' }, { key: '0' }, { key: '0.5' }, { key: '-3' }, { key: '100' }])(
    'but not %j',
    (fields) => {
      expect(messagesFor(fields).filter((message) => message.includes('ambiguous'))).toEqual([]);
    },
  );

  it.each(['1_000', '12:30'])('%s as the key of a number is one finding', (key) => {
    expect(messagesFor({ key })).toHaveLength(1);
  });
});

it('full-width colons on every line are named', () => {
  const found = checkBank([{ path: 'deck.yaml', text: 'title： T\nitems： 题目\n' }]).diagnostics;
  expect(found[0]?.message).toContain('the colons here (：) are full-width');
});
