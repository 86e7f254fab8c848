import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheKeyOf, rememberResult } from '#shell/system/remember-result.ts';
import { readSealedJson, seal } from '#shell/system/sealed-file.ts';
import { tempFolder } from '../../temp.ts';

describe('a remembered result', () => {
  const counting = () => {
    let made = 0;
    return { make: async () => ++made, count: () => made };
  };

  it('is made once for a key, and anew for another', async () => {
    const file = join(tempFolder(), 'deep', 'result.json');
    const { make, count } = counting();
    expect(await rememberResult(file, 'a', make)).toBe(1);
    expect(await rememberResult(file, 'a', make)).toBe(1);
    expect(await rememberResult(file, 'b', make)).toBe(2);
    expect(await rememberResult(file, 'a', make)).toBe(3);
    expect(count()).toBe(3);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"key":"a"',
    '{"result":5}',
    '\0\0\0',
    '{"key":"a","result":5}',
    seal('null'),
    seal('[]'),
    seal('{"key":"a"}'),
    seal('{"key":"a",'),
  ])('is made where the file holds %j', async (text) => {
    const file = join(tempFolder(), 'result.json');
    writeFileSync(file, text);
    expect(await rememberResult(file, 'a', counting().make)).toBe(1);
    expect(readSealedJson(file)).toEqual({ type: 'read', value: { key: 'a', result: 1 } });
  });

  it('is no excuse for a mistake of ours', async () => {
    const nowhere = undefined as unknown as string;
    await expect(rememberResult(nowhere, 'a', counting().make)).rejects.toThrow(TypeError);
  });

  it('is kept with 63 others of its folder, the newest', async () => {
    const folder = tempFolder();
    for (let i = 0; i < 70; i++) {
      const file = join(folder, `result-${i}.json`);
      await rememberResult(file, 'a', async () => i);
      utimesSync(file, i + 1, i + 1);
    }
    await rememberResult(join(folder, 'last.json'), 'a', async () => 0);
    const kept = Array.from({ length: 63 }, (_, i) => `result-${i + 7}.json`);
    expect(readdirSync(folder).sort()).toEqual([...kept, 'last.json'].sort());
  });

  it('is made where nothing can be kept', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'no-folder'), '');
    expect(await rememberResult(join(folder, 'no-folder', 'result.json'), 'a', counting().make)).toBe(1);
  });

  it('is made, and kept from then on, where a folder is in its place', async () => {
    const file = join(tempFolder(), 'taken');
    mkdirSync(file);
    const { make, count } = counting();
    expect([await rememberResult(file, 'a', make), await rememberResult(file, 'a', make), count()]).toEqual([
      1, 1, 1,
    ]);
  });
});

it('other texts have another key, however they are cut', async () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      expect(cacheKeyOf(some) === cacheKeyOf(others)).toBe(JSON.stringify(some) === JSON.stringify(others));
    }),
  );
});
