import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../temp.ts';
import { drive, program } from './driver.ts';

const question = (id: string, stem: string) => `  - id: ${id}
    kind: true-false
    level: 1
    stem: ${stem}
    key: true
    rationale: It reaches the sea there, north of Cairo.
    sources: [{ title: Atlas, url: 'https://example.org/atlas' }]
`;

function bank() {
  // Two folders of its own: files of a bank may lie above a deck.
  const folder = join(tempFolder(), 'bank');
  mkdirSync(folder);
  const deck = join(folder, 'rivers.yaml');
  const write = (...questions: readonly string[]) =>
    writeFileSync(deck, `title: Rivers\nitems:\n${questions.join('')}`);
  write(question('nile', 'The Nile flows through Egypt.'), question('rhine', 'The Rhine flows north.'));
  const preview = (...words: readonly string[]) =>
    drive({ args: [program, 'preview', deck, '--lang', 'en', ...words] });
  return { deck, write, preview };
}

test('preview asks key by key, and ends with the last question', async () => {
  const { preview } = bank();
  const quiz = preview();
  await quiz.waitFor(/A preview: nothing is recorded\.[\s\S]*1\/2 {2}Rivers[\s\S]*^>/m);
  await quiz.keys('t');
  await quiz.waitFor('Right.');
  await quiz.keys('enter');
  await quiz.waitFor(/2\/2 {2}Rivers/);
  await quiz.keys('f');
  await quiz.waitFor('Wrong.');
  await quiz.keys('enter');
  expect(await quiz.ended).toMatchObject({ exitCode: 0 });
});

test.each([[], ['--plain']])(
  '--watch shows the question that changed, and waits for the next change: %s',
  async (...words) => {
    const { write, preview } = bank();
    const quiz = preview('--watch', ...words);
    await quiz.waitFor('The Nile flows through Egypt.');
    await quiz.still();
    write(
      question('nile', 'The Nile flows through Egypt.'),
      question('rhine', 'The Rhine flows to the north.'),
    );
    await quiz.waitFor(/1\/1 {2}Rivers[\s\S]*The Rhine flows to the north\./);
    await quiz.still();
    await quiz.send(words.length > 0 ? 't\r' : 't');
    await quiz.waitFor('Right.');
    await quiz.send('\r');
    await quiz.waitFor(/Waiting until .* changes\. Ctrl-C ends\./);
    write(
      question('nile', 'The Nile flows through Cairo.'),
      question('rhine', 'The Rhine flows to the north.'),
    );
    await quiz.waitFor(/1\/2 {2}Rivers[\s\S]*The Nile flows through Cairo\./);
    await quiz.still();
    await quiz.send(words.length > 0 ? 'q\r' : 'q');
    expect(await quiz.ended).toMatchObject({ exitCode: 0 });
  },
);

test('--watch outlives errors and a file that is gone, and Ctrl-C ends it', async () => {
  const { deck, write, preview } = bank();
  const quiz = preview('--watch');
  await quiz.waitFor('The Nile flows through Egypt.');
  await quiz.still();
  write('  - id: nile\n   x\n');
  await quiz.waitFor(/The bank at .* has/);
  const text = readFileSync(deck, 'utf8').replace(
    /items:[\s\S]*/,
    `items:\n${question('nile', 'The Nile is long.')}`,
  );
  writeFileSync(`${deck}.new`, text);
  renameSync(`${deck}.new`, deck);
  await quiz.waitFor('The Nile is long.');
  await quiz.still();
  rmSync(deck);
  await quiz.waitFor(/is gone\. Waiting for it\./);
  writeFileSync(deck, text.replace('is long', 'is very long'));
  await quiz.waitFor('The Nile is very long.');
  await quiz.still();
  await quiz.keys('ctrl-c');
  expect(await quiz.ended).toMatchObject({ exitCode: 130 });
});

test('Ctrl-C ends the waiting', async () => {
  const { preview } = bank();
  const quiz = preview('--watch');
  await quiz.waitFor('The Nile flows through Egypt.');
  await quiz.still();
  await quiz.keys('s');
  await quiz.waitFor('The Rhine flows north.');
  await quiz.still();
  await quiz.keys('s');
  await quiz.waitFor('Waiting until');
  await quiz.still();
  await quiz.keys('ctrl-c');
  expect(await quiz.ended).toMatchObject({ exitCode: 130 });
});
