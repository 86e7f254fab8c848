import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findAround } from '#shell/bank/bank-around.ts';
import { tempFolder } from '../../temp.ts';

it('reads nothing of a bank again that was looked through', () => {
  const home = tempFolder();
  const bank = join(home, 'q');
  mkdirSync(bank);
  for (const name of ['bank.yaml', 'tags.yaml', 'a.yaml', 'b.yaml']) writeFileSync(join(bank, name), '{}\n');
  const files = [{ path: 'q/a.yaml', text: 'requires: [other]\n' }];
  const around = (folders: readonly string[]) => {
    const { companions, others } = findAround({ files, companions: [], folders }, [bank], {
      cwd: home,
      home,
    });
    return { companions: companions.map(({ path }) => path), others: others?.map(({ path }) => path) };
  };
  expect(around([])).toEqual({ companions: ['q/bank.yaml', 'q/tags.yaml'], others: ['q/b.yaml'] });
  expect(around([bank])).toEqual({ companions: [], others: [] });
});
