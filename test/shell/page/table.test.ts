import { describe, expect, it } from 'vitest';
import { confineTable, layOutTable } from '#shell/page/table.ts';

const rows = [
  ['deck', 'begun', 'due'],
  ['Birds', '2/24', '1'],
  ['鸟类', '10/24', '12'],
];

describe('a table', () => {
  it('is aligned, whatever the width of its characters', () => {
    const lines = ['deck   begun  due', 'Birds   2/24    1', '鸟类   10/24   12'];
    expect(layOutTable(rows, 17)).toEqual(lines);
    expect(layOutTable(rows, 0)).toEqual(lines);
  });

  it('gives the first cells lines of their own where it is too wide', () => {
    expect(layOutTable(rows, 16)).toEqual([
      ...['deck', '  begun  due'],
      ...['Birds', '   2/24    1'],
      ...['鸟类', '  10/24   12'],
    ]);
  });

  it('has more texts on the left if told so', () => {
    const named = rows.map(([title = '', ...figures], i) => [
      title,
      ['name', 'b', 'niao'][i] ?? '',
      ...figures,
    ]);
    expect(layOutTable(named, 0, 2)[1]).toBe('Birds  b      2/24    1');
    expect(layOutTable(named, 20, 2)[3]).toBe('  b      2/24    1');
  });

  it('may be empty', () => {
    expect(layOutTable([], 80)).toEqual([]);
  });
});

describe('a table of one line a row', () => {
  const rows = [
    ['deck', 'due'],
    ['Long context', '12'],
    ['长上下文与检索', '3'],
  ];

  it('shortens texts by the columns they take', () => {
    expect(confineTable(rows, 16)).toEqual(['deck         due', 'Long conte…   12', '长上下文与…    3']);
    expect(confineTable(rows, 14)).toEqual(['deck       due', 'Long con…   12', '长上下文…    3']);
  });

  it('leaves what fits, and is none if hardly anything would be left', () => {
    expect(confineTable(rows, 40)).toEqual(layOutTable(rows, 40));
    expect(confineTable(rows, 12)).toBeUndefined();
    expect(confineTable([['a', '1']], 3)).toBeUndefined();
    expect(confineTable([], 3)).toEqual([]);
  });
});
