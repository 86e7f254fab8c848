import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { drive, program } from './driver.ts';

const sentence = 'A model reads text as numbers, and each number stands for a piece of text. ';
const primer = `primer: |-\n  ${sentence.repeat(9)}\n\n  ${sentence.repeat(9)}\n\n  The end of it.\n`;

/** The arguments of a quiz on a bank with a primer. */
function primedQuiz(): readonly string[] {
  const bank = join(tempFolder(), 'kinds');
  cpSync(join(builtProgram.root, 'test/fixtures/kinds'), bank, { recursive: true });
  const deck = join(bank, 'kinds.yaml');
  writeFileSync(deck, readFileSync(deck, 'utf8').replace(/^items:/m, `${primer}items:`));
  return [program, '--bank', bank, '--data-dir', tempFolder(), '--seed', '1', '--new', '9', '--lang', 'en'];
}

describe('the primer of a deck in a terminal', () => {
  test.each([
    [80, 24],
    [40, 20],
  ])('is read page by page in %i columns and %i rows', async (columns, rows) => {
    const quiz = drive({ command: process.execPath, args: primedQuiz(), columns, rows });
    await quiz.waitFor('New deck: ');
    await quiz.keys('p');
    let pages = 1;
    for (; !quiz.lines().join('\n').includes('The end of it.') && pages < 9; pages++) {
      expect(quiz.lines().join('\n')).toContain('m more');
      await quiz.keys('m');
    }
    expect(pages).toBeGreaterThan(1);
    expect(quiz.lines().join('\n')).not.toContain('m more');
    await quiz.keys('enter');
    await quiz.waitFor('1/9');
    await quiz.keys('q');
    expect((await quiz.ended).exitCode).toBe(0);
  });
});
