import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { printerFor } from '#shell/page/print.ts';

async function printed(terminal: { readonly isTTY: boolean; readonly columns?: number }) {
  let text = '';
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    text += chunk.toString();
    done();
  };
  const stdout = Object.assign(new Writable({ write }), terminal);
  const { print, columns } = await printerFor({ env: { NO_COLOR: '1' }, stdout, calledAs: 'llmquiz' });
  print(['one two three', '\u001b[2J']);
  return { text, columns };
}

test('lines are wrapped where a terminal shows them, and command nothing', async () => {
  expect(await printed({ isTTY: true, columns: 10 })).toEqual({
    text: 'one two\nthree\n␛[2J\n',
    columns: 10,
  });
  expect(await printed({ isTTY: false })).toEqual({ text: 'one two three\n␛[2J\n', columns: 0 });
});
