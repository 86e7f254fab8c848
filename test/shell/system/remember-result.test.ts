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
    return { make: () => ++made, count: () => made };
  };

  it('is made once for a key, and anew for another', () => {
    const file = join(tempFolder(), 'deep', 'result.json');
    const { make, count } = counting();
    expect(rememberResult(file, 'a', make)).toBe(1);
    expect(rememberResult(file, 'a', make)).toBe(1);
    expect(rememberResult(file, 'b', make)).toBe(2);
    expect(rememberResult(file, 'a', make)).toBe(3);
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
  ])('is made where the file holds %j', (text) => {
    const file = join(tempFolder(), 'result.json');
    writeFileSync(file, text);
    expect(rememberResult(file, 'a', counting().make)).toBe(1);
    expect(readSealedJson(file)).toEqual({ type: 'read', value: { key: 'a', result: 1 } });
  });

  it('is no excuse for a mistake of ours', () => {
    const nowhere = undefined as unknown as string;
    expect(() => rememberResult(nowhere, 'a', counting().make)).toThrow(TypeError);
  });

  it('is kept with 63 others of its folder, the newest', () => {
    const folder = tempFolder();
    for (let i = 0; i < 70; i++) {
      const file = join(folder, `result-${i}.json`);
      rememberResult(file, 'a', () => i);
      utimesSync(file, i + 1, i + 1);
    }
    rememberResult(join(folder, 'last.json'), 'a', () => 0);
    const kept = Array.from({ length: 63 }, (_, i) => `result-${i + 7}.json`);
    expect(readdirSync(folder).sort()).toEqual([...kept, 'last.json'].sort());
  });

  it('is made where nothing can be kept', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'no-folder'), '');
    expect(rememberResult(join(folder, 'no-folder', 'result.json'), 'a', counting().make)).toBe(1);
  });

  it('is made, and kept from then on, where a folder is in its place', () => {
    const file = join(tempFolder(), 'taken');
    mkdirSync(file);
    const { make, count } = counting();
    expect([rememberResult(file, 'a', make), rememberResult(file, 'a', make), count()]).toEqual([1, 1, 1]);
  });
});

it('other texts have another key, however they are cut', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      expect(cacheKeyOf(some) === cacheKeyOf(others)).toBe(JSON.stringify(some) === JSON.stringify(others));
    }),
  );
});
