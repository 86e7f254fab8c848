import { expect, test } from 'vitest';
import { drive } from './driver.ts';

test('a program that ends at once is read to its last line, however late', async () => {
  const text = 'x'.repeat(6000);
  const driven = drive({ args: ['-e', `require('fs').writeSync(1, '${text}the end')`] });
  // As on a machine where this process gets no turn for a while.
  await new Promise((resolve) => setTimeout(resolve, 5));
  for (const until = Date.now() + 400; Date.now() < until; );
  expect(await driven.ended).toMatchObject({ exitCode: 0 });
  expect(driven.raw()).toBe(`${text}the end`);
});
