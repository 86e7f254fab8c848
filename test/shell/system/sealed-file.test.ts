import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSealed, readSealedJson, seal } from '#shell/system/sealed-file.ts';
import { tempFolder } from '../../temp.ts';

/** Reads a file that holds a text. */
function reading(text: string | Buffer) {
  const path = join(tempFolder(), 'a');
  writeFileSync(path, text);
  return readSealed(path);
}

describe('a sealed file', () => {
  it('has its checksum in a line before the text', () => {
    // The check value of CRC-32 (ISO 3309): cbf43926.
    expect(seal('123456789')).toBe('3421780262\n123456789');
  });

  it.each(['', '\n', 'text', 'two\nlines\n', '温度'])('gives back the text %j', (text) => {
    expect(reading(seal(text))).toEqual({ type: 'read', text });
  });

  it.each([
    ['another text', '3421780262\n123456780'],
    ['another checksum', '3421780263\n123456789'],
    ['a checksum with a sign more', '03421780262\n123456789'],
    ['no checksum', '\n123456789'],
    ['no line', '3421780262'],
    ['nothing', ''],
    // The checksum of nothing is 0: without the line it must not pass.
    ['an empty line only', '\n'],
  ])('with %s is refused', (_, text) => {
    expect(reading(text)).toEqual({ type: 'damaged' });
  });

  it('is compared by bytes: what is no UTF-8 is not taken for what replaces it', () => {
    const bytes = Buffer.concat([Buffer.from('1\n'), Buffer.from([0xff])]);
    expect(reading(bytes)).toEqual({ type: 'damaged' });
  });

  it('of one digit is read too', () => {
    expect(reading('0\n')).toEqual({ type: 'read', text: '' });
  });

  it('that is not there is damaged, as the system says', () => {
    expect(readSealed(join(tempFolder(), 'none'))).toEqual({ type: 'damaged', code: 'ENOENT' });
  });

  it('with what is no JSON is damaged if a value is wanted', () => {
    const path = join(tempFolder(), 'a');
    writeFileSync(path, seal('{'));
    expect(readSealedJson(path)).toEqual({ type: 'damaged' });
    writeFileSync(path, seal('{"a":1}'));
    expect(readSealedJson(path)).toEqual({ type: 'read', value: { a: 1 } });
  });
});
