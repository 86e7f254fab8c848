import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram } from '../program.ts';
import { recordedIn } from '../recorded.ts';
import { tempFolder } from '../temp.ts';
import { drive } from './driver.ts';

/** An exam of a choice, a typed number and a true-false of the bank with one question of every kind. */
function sit(lang: string, columns: number, rows: number) {
  const data = tempFolder();
  const words = ['exam', '--seed', '7', '-n', '3', '--kinds', 'true-false,choice,number', '--lang', lang];
  const bank = ['--bank', join(builtProgram.root, 'test/fixtures/kinds'), '--data-dir', data];
  const exam = drive({ args: [builtProgram.script, ...words, ...bank], columns, rows });
  return { exam, events: () => recordedIn(join(data, 'events')).events };
}

test.each([
  [
    'en',
    80,
    24,
    /^Score: 1 of 3 right, 33%/m,
    /^Wrong\.[\s\S]*^\+ 2\. /m,
    /^Wrong\.[\s\S]*^Answer: 300 billion/m,
  ],
  ['zh', 40, 20, /^得分：3 道题答对 1 道，33%/m, /^答错了。[\s\S]*^\+ 2\. /m, /^答错了。[\s\S]*^答案：/m],
] as const)('an exam in %s, %i columns wide: no feedback, the score, and each miss', async (...row) => {
  const [lang, columns, rows, score, first, second] = row;
  const { exam, events } = sit(lang, columns, rows);
  await exam.waitFor(/^1\/3 [\s\S]*^>/m);
  await exam.keys('1');
  await exam.waitFor(/^2\/3 [\s\S]*^>/m);
  await exam.type('1');
  await exam.waitFor(/^3\/3 [\s\S]*^>/m);
  expect(exam.everything().join('\n')).not.toMatch(/Wrong|Right|答错|答对/);
  await exam.keys('2');
  await exam.waitFor(score);
  expect(events().map((e) => (e.type === 'examined' ? `${e.item} ${e.verdict} ${e.seed}` : e.type))).toEqual([
    'kinds-choice wrong 7',
    'kinds-number wrong 7',
    'kinds-true-false correct 7',
  ]);
  await exam.keys('s');
  await exam.waitFor(first);
  await exam.keys('enter');
  await exam.waitFor(second);
  await exam.keys('enter');
  expect(await exam.ended).toMatchObject({ exitCode: 0 });
  expect(exam.everything().join('\n')).toMatch(/^1\/2 [\s\S]*^2\/2 /m);
  expect(exam.overflows()).toEqual([]);
  expect(events()).toHaveLength(3);
});
