import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { everything, hostileNames, leaksIn } from '../hostile.ts';
import { tempFolder } from '../temp.ts';
import { drive, program } from './driver.ts';

/** As much of them as an argument of a process can hold. */
const text = Buffer.from(everything.replaceAll('\0', '')).toString();

test.each([
  ['where', ['--data-dir', text], {}],
  ['resume', [text], {}],
  ['doctor', ['--data-dir', join(...hostileNames)], {}],
  ['stats', [`--z${text}`], {}],
  ['quiz', ['--limit', text], {}],
  ['list', ['--bank', text], {}],
  ['check', ['--explain', text], {}],
  ['check', [text], {}],
  ['where', [], { LLMQUIZ_BANK: text }],
])('%s sends a real terminal nothing hostile', async (name, words, env) => {
  const { ended, raw } = drive({ args: [program, name, ...words], env });
  await ended;
  expect(raw()).toContain('p1');
  expect(leaksIn(raw(), 'screen')).toEqual([]);
});

test('a session on a bank that may be opened, of a hostile name, with hostile answers', async () => {
  const bank = join(tempFolder(), ...hostileNames);
  mkdirSync(bank, { recursive: true });
  // What is but a warning.
  const strays = '\u2028::error::p38\u2029p39 p42\ufe0f\u{e0142} \u3164\uffa0p43 \ufff9p44\ufffa\ufffb';
  const deck = sampleDeck
    .replace('Byte-pair', `Byte-pair${strays}`)
    .replace('BPE stand', `BPE${strays} stand`);
  writeFileSync(join(bank, `a${hostileNames[0]}.yaml`), deck);
  const quiz = drive({ args: [program, '--bank', bank, '--data-dir', join(tempFolder(), ...hostileNames)] });
  await quiz.waitFor(/^1\/1 [\s\S]*^>/m);
  await quiz.send(`\u001b[200~${text}\u001b[201~`);
  await quiz.send('\u0015:0\r');
  await quiz.keys('q');
  await quiz.ended;
  expect(quiz.raw()).toContain('p42<U+FE0F>');
  expect(leaksIn(quiz.raw(), 'screen')).toEqual([]);
});
