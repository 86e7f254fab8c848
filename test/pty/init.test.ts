import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { tempFolder } from '../temp.ts';
import { drive, program } from './driver.ts';

test('init asks three things, each again until it is answered, and begins the bank', async () => {
  const folder = join(tempFolder(), 'geo');
  const init = drive({ args: [program, 'init', folder, '--lang', 'en'] });
  await init.waitFor(/^Title of the bank \[Geo\]:/m);
  await init.type('Rivers & lakes');
  await init.waitFor(/^Language of its questions, .* \[en\]:/m);
  await init.type('cn');
  await init.waitFor('That is no language.');
  await init.type('chinese');
  await init.waitFor(/^Add files .* \[y\]:/m);
  await init.type('maybe');
  await init.waitFor('Type y or n.');
  await init.type('n');
  expect(await init.ended).toMatchObject({ exitCode: 0 });
  expect(parse(readFileSync(join(folder, 'questions', 'bank.yaml'), 'utf8'))).toMatchObject({
    title: 'Rivers & lakes',
    language: 'zh',
  });
  expect(existsSync(join(folder, '.github'))).toBe(false);
});

test('Enter takes what is in brackets, and --yes asks nothing', async () => {
  const [one, other] = [join(tempFolder(), 'geo'), join(tempFolder(), 'geo')];
  const asked = drive({ args: [program, 'init', one, '--lang', 'zh'] });
  await asked.waitFor('题库的名称 [Geo]：');
  await asked.keys('enter');
  await asked.waitFor('[zh]：');
  await asked.keys('enter');
  await asked.waitFor('[y]：');
  await asked.keys('enter');
  expect(await asked.ended).toMatchObject({ exitCode: 0 });
  const unasked = drive({ args: [program, 'init', other, '--lang', 'zh', '--yes'] });
  expect(await unasked.ended).toMatchObject({ exitCode: 0 });
  const text = (folder: string) => readFileSync(join(folder, 'questions', 'decks', '01-first.yaml'), 'utf8');
  expect(text(one)).toBe(text(other));
});

test.each([
  ['ctrl-c', 130],
  ['ctrl-d', 1],
])('%s leaves init, and nothing is written', async (key, exitCode) => {
  const folder = join(tempFolder(), 'geo');
  const init = drive({ args: [program, 'init', folder, '--lang', 'en'] });
  await init.waitFor(/^Title of the bank \[Geo\]:/m);
  await init.type('Rivers');
  await init.waitFor(/^Language/m);
  await init.keys(key);
  await init.waitFor('Nothing was written.');
  expect(await init.ended).toMatchObject({ exitCode });
  expect(existsSync(folder)).toBe(false);
});
