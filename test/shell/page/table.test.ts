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

  it('may be empty', () => {
    expect(layOutTable([], 80)).toEqual([]);
  });
});
