import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { finish } from '#core/base/steps.ts';
import { checkInSteps } from '#core/check/check.ts';
import { makeReuse } from '#core/check/reuse.ts';
import { splitParts } from '#core/yaml/parts.ts';

const options = { today: '2026-03-01', staleMonths: 36 };
const read = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const files = ['questions/decks/03-tokens.yaml', 'questions/sources.yaml', 'questions/notes.yaml'].map(read);

/** Edits as they are made in an editor: a letter typed, some taken out, a line doubled or moved, a quote left open. */
function edited(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  const ways = [
    () => `${text.slice(0, at)}x${text.slice(at)}`,
    () => text.slice(0, at) + text.slice(at + 3),
    () => `${text.slice(0, at)}"${text.slice(at)}`,
    () => lines.toSpliced(line, 0, lines[line] ?? '').join('\n'),
    () => lines.toSpliced(line, 1).join('\n'),
    () => text.replace('language: zh', 'language: en'),
    () => `# a line above\n${text}`,
  ];
  return ways[Math.floor(random() * ways.length)]?.() ?? text;
}

it('a check that reuses what it found before finds the same as one that knows nothing', () => {
  const random = randomFrom('reuse');
  const reuse = makeReuse();
  let [deck, ...others] = files;
  for (let i = 0; i < 12; i++) {
    const now = [deck!, ...others];
    const again = finish(checkInSteps(now, { ...options, reuse }));
    if (i % 3 === 0) reuse.forget();
    const { diagnostics, allowed, bank } = finish(checkInSteps(now, options));
    expect(again.diagnostics).toEqual(diagnostics);
    expect(again.allowed).toEqual(allowed);
    expect(again.bank).toEqual(bank);
    const undone = i % 5 === 4 ? files[0]! : deck!;
    deck = { ...undone, text: edited(undone.text, random) };
    if (i === 6) others = [{ ...others[0]!, text: edited(others[0]!.text, random) }, others[1]!];
  }
});

it('questions in which nothing was found are judged once, those that changed again', () => {
  const reuse = makeReuse();
  const [deck, ...others] = files;
  const judged = (text: string) => {
    const clean: string[] = [];
    const counting = {
      ...reuse,
      noteClean: (located: Parameters<typeof reuse.noteClean>[0]) => {
        clean.push(located.item.id);
        reuse.noteClean(located);
      },
    };
    finish(checkInSteps([{ path: deck!.path, text }, ...others], { ...options, reuse: counting }));
    reuse.forget();
    return clean;
  };
  const { text } = deck!;
  const questions = splitParts(text).filter(({ prefix }) => prefix.length === 2).length;
  expect(judged(text)).toHaveLength(questions);
  expect(judged(`\n\n${text}`)).toEqual([]);
  const [, id = ''] = /- id: (\S+)/.exec(text) ?? [];
  expect(judged(text.replace(`id: ${id}`, `id: ${id}-x`))).toEqual([`${id}-x`]);
});
