import { describe, expect, it } from 'vitest';
import { layOutTable } from '#shell/page/table.ts';

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
