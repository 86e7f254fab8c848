import { expect, it } from 'vitest';
import { fakeMachine, typed } from '../fake-world.ts';

const started = { calledAs: 'npm start --' };

it.each([
  ['an unknown question', 'show nowhere', /`npm start -- list`/],
  ['an unknown command', 'statz', /Did you mean `npm start -- stats`\?/],
  ['a wrong option', 'stats --nope', /See `npm start -- stats --help`\./],
  [
    'the help',
    '--help',
    /Usage: npm start -- \[options\][\s\S]*\n {2}npm start -- --tag ffn --minutes 5 {2}five/,
  ],
  ['the help of a command', 'stats --help', /Usage: npm start -- stats \[options\]/],
])('%s names commands as the program was started', async (_, words, expected) => {
  const { out, err } = await fakeMachine().run(words, '', {}, started);
  expect(out + err).toMatch(expected);
});

it('feedback names commands as the program was started', async () => {
  const { out } = await fakeMachine().run('--seed 1 --deck facts', typed('1', 'x', 'q'), {}, started);
  expect(out).toMatch(/Bring it back with `npm start -- resume [a-z-]+`/);
});

it('JSON and the words of a call stay as they are', async () => {
  const { out } = await fakeMachine().run('list --json', '', {}, started);
  expect(out).not.toContain('npm start');
});
