import { describe, expect, it } from 'vitest';
import { bankWith, fakeMachine } from '../fake-world.ts';

/** The fixture's bank with a German stem for one question. */
const machine = () =>
  fakeMachine(
    bankWith((item) =>
      item.id === 'a-text' ? { ...item, stem: { en: 'Which?', zh: '哪个？', de: 'Welcher ist es?' } } : item,
    ),
  );

describe('`--lang`', () => {
  it('takes any language of the bank; the words of the program are English then', async () => {
    const { out, code } = await machine().run('show a-text --lang de');
    expect(code).toBe(0);
    expect(out).toContain('Welcher ist es?');
    expect(out).toContain('Answer:');
  });

  it.each([
    ['zh', '哪个？'],
    ['en', 'Which?'],
    ['fr', 'Which?'],
  ])('is %s', async (lang, stem) => {
    expect((await machine().run(`show a-text --lang ${lang}`)).out).toContain(stem);
  });

  it.each(['German', 'DE', '1'])('refuses %s', async (lang) => {
    const { err, code } = await machine().run(`show a-text --lang ${lang}`);
    expect(code).toBe(2);
    expect(err).toContain('It must be the tag of a language, such as en, zh or de.');
  });
});
