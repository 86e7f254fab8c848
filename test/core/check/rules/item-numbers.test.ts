import { describe, expect, it } from 'vitest';
import { applyFixes } from '#core/check/fix/apply-fixes.ts';
import { foundBy } from './fixed.ts';
import { choice, found, type Written } from './written.ts';

const texts = (rule: string, stem: Written, key: Written, ...distractors: Written[]) =>
  found(rule, choice({ stem, key, distractors })).map((f) => f.text);

describe('item/numeric-order', () => {
  const rule = 'item/numeric-order';
  const among = (key: Written, ...distractors: Written[]) =>
    texts(rule, { en: 'How many are there?', zh: '有多少？' }, key, ...distractors);

  it('is found at the first distractor that is less than the one before it', () => {
    expect(among('5', '1', '20', '3', '2')).toEqual(['3']);
    expect(among('5 layers', '1,024 layers', '96 layers')).toEqual(['96 layers']);
    expect(among('5', '96', '1,024')).toEqual([]);
    expect(among('5', '3 to 4', '2')).toEqual([]);
    expect(among('five', '3', 'none')).toEqual([]);
  });

  it('is found once, in whichever languages', () => {
    const zh = (n: number) => ({ en: `${n} layers`, zh: `${n} 层` });
    expect(among(zh(5), zh(7), zh(6))).toEqual(['6 layers']);
    expect(among(zh(5), { en: 'many', zh: '7 层' }, zh(6))).toEqual([]);
    expect(among(zh(5), { en: '7 layers', zh: '6 层' }, { en: '6 layers', zh: '7 层' })).toEqual([]);
  });

  const deck = (list: string) => `title: T
items:
  - id: x
    kind: choice
    level: 1
    tags: [t]
    stem: How many?
    key: "5"
    distractors:${list}
    rationale: It has been counted by several people.
    sources: [{ title: A book }]
`;
  const afterFix = (text: string) => {
    const result = applyFixes({ path: 'deck.yaml', text }, foundBy(rule, text));
    if (result.left.length > 0) throw new Error(`left: ${result.left[0]?.because}`);
    return result.text;
  };

  it('moves entries with all that is in and around them', () => {
    const [nine, six, two] = [
      `
      # Nine
      # of them.
      - text: "9" # nine
        why: >-
          So many
          once.`,
      `
      - { text: "6", why: 'So many.' } # six`,
      `

      # Two.
      - why: So few.
        # And they are

        text: "2"
        # below the dash`,
    ];
    const above = nine.replace(/\n {6}#.*/g, '');
    expect(afterFix(deck(above + six + two.replace('\n\n', '\n')))).toBe(
      deck(two.replace('\n\n', '\n') + six + above),
    );
    // A blank line stays where it is.
    expect(afterFix(deck(six + two))).toBe(deck(two.replace('\n\n', '\n') + six.replace('\n', '\n\n')));
    // A comment above the first may be about all of them.
    const [finding] = foundBy(rule, deck(nine + six));
    expect(finding).not.toHaveProperty('fix');
  });

  it('moves entries between brackets', () => {
    const [nine, two] = ['{ text: "9", why: "Many, once." }', '{ text: "2", why: Few. }'];
    expect(afterFix(deck(` [${nine},  ${two}] # all`))).toBe(deck(` [${two},  ${nine}] # all`));
    expect(afterFix(deck(`\n      [\n        ${nine},\n        ${two},\n      ]`))).toBe(
      deck(`\n      [\n        ${two},\n        ${nine},\n      ]`),
    );
    const [finding] = foundBy(rule, deck(`\n      [\n        ${nine}, # nine\n        ${two},\n      ]`));
    expect(finding).toBeDefined();
    expect(finding).not.toHaveProperty('fix');
  });

  it('moves entries at the end of a file, and between Windows line ends', () => {
    const text = deck('').replace('    distractors:\n', '');
    const list = (a: string, b: string) =>
      `${text}    distractors:\n    - text: "${a}"\n      why: So.\n    - text: "${b}"\n      why: So.`;
    expect(afterFix(list('9', '2'))).toBe(list('2', '9'));
    const windows = (of: string) => of.replace(/\n/g, '\r\n');
    expect(afterFix(windows(list('9', '2')))).toBe(windows(list('2', '9')));
  });
});

describe('item/overlapping-ranges', () => {
  const among = (stem: Written, ...[key = '', ...distractors]: string[]) =>
    texts('item/overlapping-ranges', stem, key, ...distractors);

  it('is found once, at the later of two ranges', () => {
    expect(among('How many are there?', '5-10', '1-5', '10-20')).toEqual(['1-5']);
    expect(among('How many are there?', '5-10', '1-4', '10-20')).toEqual(['10-20']);
    expect(among('How many are there?', '5-10', '1-4', '11-20')).toEqual([]);
    expect(among('一共有多少个？', '5 到 10 个', '1 到 5 个', '11 到 20 个')).toEqual(['1 到 5 个']);
    expect(among('How many are there?', '5-10', '1-4', '7')).toEqual(['7']);
  });

  it('leaves alone ranges that are asked for themselves', () => {
    expect(among('Which values can a cosine take?', '-1 to 1', '0 to 1', '0 to 2')).toEqual([]);
    expect(among('What is the range of values?', '1-5', '5-10', '10-20')).toEqual([]);
    expect(among('When was it built?', '2018-2020', '2019-2021', '2016-2018')).toEqual([]);
    expect(among('Which size has it?', '1-5', '5-10', '10-20')).toEqual(['5-10']);
  });

  it('is a remark where ranges only meet, and is found at a wider overlap before', () => {
    const severities = (...[key = '', ...distractors]: string[]) =>
      found('item/overlapping-ranges', choice({ stem: 'How many are there?', key, distractors })).map(
        (f) => `${f.severity} ${f.text}`,
      );
    expect(severities('1-2', '2-3', '3-4')).toEqual(['info 2-3']);
    expect(severities('1-2', '2-3', '1-8')).toEqual(['warning 1-8']);
    expect(severities('More than 50%', 'More than 75%', 'Less than 25%')).toEqual(['warning More than 75%']);
    expect(severities('10-20', '1-10', '2 to 9')).toEqual(['warning 2 to 9']);
  });

  it('takes a limit for a number', () => {
    expect(among('How many are there?', 'up to 8,000', 'up to 2,000', '10')).toEqual([]);
    expect(among('最多有多少个？', '最多 8 个', '最多 5 个', '10 个')).toEqual([]);
  });

  it('leaves alone one range, and ranges of several units', () => {
    expect(among('How many are there?', '5-10', '7', '8')).toEqual([]);
    expect(among('How much is it?', '5-10 MB', '6-11 GB', '1 KB')).toEqual([]);
  });
});
