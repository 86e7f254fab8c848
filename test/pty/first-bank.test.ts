import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeMachine } from '../fake-world.ts';
import { drive, program } from './driver.ts';

const page = readFileSync('docs/first-bank.md', 'utf8');
const blocks = [...page.matchAll(/^```(yaml)?\n([\s\S]*?)^```$/gm)].map(([, type = 'text', text = '']) => ({
  type,
  text,
}));

it('docs/first-bank.md shows what its commands print, one after the other', async () => {
  const machine = fakeMachine();
  const deck = join(machine.root, 'rivers', 'questions', 'decks', '01-first.yaml');
  const steps: string[] = [];
  for (const { type, text } of blocks) {
    const [, words] = /^\$ llmquiz (.*)\n/.exec(text) ?? [];
    if (words !== undefined) {
      const { out, err } = await machine.run(words, 'q\n');
      const shown = text.slice(text.indexOf('\n') + 1);
      // What is typed is not part of the picture.
      expect(out.replace(/: q\n$/, ':\n').replaceAll(/[ ]+$/gm, '')).toBe(shown);
      expect(err).toBe('');
    } else if (type === 'yaml' && text.startsWith('  - id')) {
      expect(readFileSync(deck, 'utf8')).toContain(text);
    } else if (type === 'yaml') {
      const question = join(machine.root, 'question');
      writeFileSync(question, text);
      const editor = join(machine.root, 'editor');
      writeFileSync(editor, `#!/bin/sh\nfor file; do :; done\ncp '${question}' "$file"\n`);
      chmodSync(editor, 0o755);
      const [, told = ''] = /^llmquiz (new .*)$/m.exec(page) ?? [];
      const shell = `cd '${machine.root}' && exec "$@"`;
      const add = drive({
        command: '/bin/sh',
        args: ['-c', shell, 'sh', process.execPath, program, ...told.split(' '), '--lang', 'en'],
        env: { EDITOR: editor },
      });
      expect(await add.ended).toMatchObject({ exitCode: 0 });
      const said = add.raw().trim();
      expect(page).toContain(`\n\`\`\`\n${said}\n\`\`\`\n`);
    }
    steps.push(words ?? type);
    // The mistake that the page asks for.
    if (steps.filter((step) => step.startsWith('check')).length === 1 && words !== undefined)
      writeFileSync(
        deck,
        readFileSync(deck, 'utf8').replace(/(length-of-the-rhine[\s\S]*?level: )2/, '$1easy'),
      );
  }
  expect(steps).toEqual([
    expect.stringMatching(/^init/),
    expect.stringMatching(/^preview/),
    'yaml',
    'text',
    'yaml',
    'text',
    'check rivers/questions',
    'check rivers/questions',
    'text',
  ]);
});

it('docs/first-bank.md explains every field of the question that it shows', () => {
  const [, shown] = blocks.filter(({ text }) => text.includes('closest-planet'));
  const fields = [...(shown?.text ?? '').matchAll(/^(?: {4}| {2}- )([a-z]+):/gm)].map(([, field]) => field);
  expect(fields).toContain('distractors');
  for (const field of fields) expect(page).toContain(`| \`${field}\` |`);
});
