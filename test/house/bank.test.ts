import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBank } from '../../src/core/check/check.ts';
import { type Item, kinds } from '../../src/core/kinds/index.ts';
import { readBankFiles } from '../../src/shell/bank-files.ts';

const { files } = readBankFiles(['questions'], process.cwd());
const { bank, diagnostics } = checkBank(files, { whole: true });
const items = bank.decks.flatMap((deck) => deck.items);
const askable = bank.statements.filter((s) => s.verdict !== 'opinion' && s.verdict !== 'contents');

const share = (part: readonly Item[]) => part.length / items.length;
const of = (kind: string) => items.filter((item) => item.kind === kind);

describe('the bank that ships', () => {
  it('is clean', () => {
    expect(diagnostics).toEqual([]);
  });

  it('has at least 90 questions, of every kind', () => {
    expect(items.length).toBeGreaterThanOrEqual(90);
    expect(kinds.filter((kind) => of(kind.name).length === 0).map((kind) => kind.name)).toEqual([]);
  });

  it('is as large as the README says', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`**${items.length} questions**`);
  });

  it('is at most half choice, and few of it true or false', () => {
    expect(share(of('choice'))).toBeLessThanOrEqual(0.5);
    expect(share(of('true-false'))).toBeLessThanOrEqual(0.06);
  });

  it('covers every statement of the notes that can be asked', () => {
    const covered = new Set(items.flatMap((item) => item.notes));
    expect(askable.length).toBeGreaterThanOrEqual(50);
    expect(askable.filter((s) => !covered.has(s.id)).map((s) => s.id)).toEqual([]);
  });

  it('asks no statement that is an opinion or a heading', () => {
    const asked = new Set(items.flatMap((item) => item.notes));
    const unasked = bank.statements.filter((s) => s.verdict === 'opinion' || s.verdict === 'contents');
    expect(unasked.filter((s) => asked.has(s.id)).map((s) => s.id)).toEqual([]);
  });

  it('asks everything in English and in Chinese', () => {
    // That the other texts are in the languages of the stems is for text/missing-translation to say.
    const stems = items.map(({ id, stem }) => [id, typeof stem === 'string' ? [] : Object.keys(stem).sort()]);
    expect(stems).toEqual(items.map(({ id }) => [id, ['en', 'zh']]));
  });

  it('has no Chinese among its English, but for what is quoted', () => {
    const english = JSON.stringify(items).match(/"en":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(english.length).toBeGreaterThan(800);
    const own = english.map((text) => text.slice(6, -1).replace(/[“"'(（].*[”"')）]/g, ''));
    expect(own.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('gives each choice at least three distractors', () => {
    // The paper that `chinchilla-replication` is about has exactly three methods.
    const few = items.filter((i) => i.kind === 'choice' && i.distractors.length < 3).map((i) => i.id);
    expect(few).toEqual(['chinchilla-replication']);
  });

  it.each(['en', 'zh'])('cannot be passed by picking the longest option (%s)', (lang) => {
    const length = (text: Item['stem']) => [...(typeof text === 'string' ? text : (text[lang] ?? ''))].length;
    const chances = items.flatMap((item) => {
      if (item.kind !== 'choice') return [];
      const others = item.distractors.map((d) => length(d.text));
      const longest = Math.max(...others, length(item.key));
      if (length(item.key) < longest) return [0];
      return [1 / (1 + others.filter((l) => l === longest).length)];
    });
    const hits = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
    expect(hits).toBeLessThan(0.3);
  });
});
