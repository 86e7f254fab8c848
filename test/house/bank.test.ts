import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { guessabilityOf } from '#core/check/guess/guessability.ts';
import type { Item } from '#core/question/kinds/index.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';

const { files } = readBankFiles(['questions'], process.cwd());
const { bank, all, diagnostics } = checkBank(files, { whole: true });
const items = bank.decks.flatMap((deck) => deck.items);
const askable = bank.statements.filter((s) => s.verdict !== 'opinion' && s.verdict !== 'contents');

const share = (part: readonly Item[]) => part.length / items.length;
const of = (kind: string) => items.filter((item) => item.kind === kind);

describe('the bank that ships', () => {
  it('is clean', () => {
    expect(diagnostics).toEqual([]);
  });

  it('has 700 to 760 questions in 18 to 20 decks of 30 to 45, of nine kinds', () => {
    expect(items.length).toBeGreaterThanOrEqual(700);
    expect(items.length).toBeLessThanOrEqual(760);
    expect(bank.decks.length).toBeGreaterThanOrEqual(18);
    expect(bank.decks.length).toBeLessThanOrEqual(20);
    const sizes = bank.decks.map((deck) => deck.items.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(45);
    expect(new Set(items.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(9);
  });

  it('is as large as the README says', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`**${items.length} questions**`);
    expect(readFileSync('README.zh.md', 'utf8')).toContain(`**${items.length} 道题**`);
  });

  it('has every deck in the order of its levels, most of it on levels 2 and 3', () => {
    for (const { name, items: own } of bank.decks) {
      const levels = own.map(({ level }) => level);
      expect(levels, name).toEqual(levels.toSorted((a, b) => a - b));
      const shares = [1, 2, 3, 4, 5].map((level) => levels.filter((l) => l === level).length / own.length);
      for (const [i, wanted] of [0.15, 0.3, 0.3, 0.18, 0.07].entries())
        expect(Math.abs((shares[i] ?? 0) - wanted), `${name}, level ${i + 1}`).toBeLessThan(0.08);
    }
  });

  it('is at most 45 % choice, a fifth numbers, and few of it true or false', () => {
    expect(share(of('choice'))).toBeLessThanOrEqual(0.45);
    expect(share(of('number'))).toBeGreaterThanOrEqual(0.2);
    expect(share(of('true-false'))).toBeLessThanOrEqual(0.06);
  });

  it('has a rationale and a source for everything', () => {
    expect(items.filter((item) => item.sources.length === 0).map(({ id }) => id)).toEqual([]);
    const short = (text: Item['rationale']) => Object.values(typeof text === 'string' ? { text } : text);
    expect(
      items.filter((item) => short(item.rationale).some((t) => t.length < 15)).map(({ id }) => id),
    ).toEqual([]);
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

  it('cannot be passed by looks: within 5 points of chance in both languages', () => {
    const rates = guessabilityOf(all);
    expect(rates.map(({ lang }) => lang).sort()).toEqual(['en', 'zh']);
    for (const { lang, chance, longest, guesser } of rates) {
      expect(longest.rate, lang).toBeLessThanOrEqual(chance + 0.05);
      expect(guesser.rate, lang).toBeLessThanOrEqual(chance + 0.05);
    }
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
