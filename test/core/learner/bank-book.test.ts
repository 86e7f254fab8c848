import { describe, expect, it } from 'vitest';
import { bookOf, isHeld } from '#core/learner/banks/bank-book.ts';
import { type BankLine, type BankNote, readBankLine } from '#core/learner/banks/bank-lines.ts';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { hashItem, itemsAtHand, overlapOf, packItems, unpackItems } from '#core/learner/banks/held-items.ts';
import { recogniseBank } from '#core/learner/banks/recognise-bank.ts';

const day = (n: number) => `2026-03-0${n}T10:00:00.000Z`;
const line = (note: BankNote, at = day(1)) => ({ v: 1, at, ...note }) as BankLine;
const seen = (bank: string, path: string, more: object = {}, at = day(1)) =>
  line({ type: 'seen', bank, path, digest: 1, ...more }, at);
const holds = (bank: string, items: string, at = day(1)) => line({ type: 'holds', bank, items }, at);
const apart = (a: string, b: string) => line({ type: 'apart', banks: [a, b] });

describe('a book', () => {
  it('lists banks by their first line, those of one moment by their ids', () => {
    const lines = [seen('b', '/b'), seen('a', '/a'), seen('c', '/c', {}, '2026-02-28T10:00:00.000Z')];
    expect(bookOf(lines, []).banks.map(({ id, since }) => [id, since])).toEqual([
      ['c', Date.parse('2026-02-28T10:00:00.000Z')],
      ['a', Date.parse(day(1))],
      ['b', Date.parse(day(1))],
    ]);
  });

  it('counts a bank from its first line, whatever the order of the lines', () => {
    const lines = [seen('a', '/a', {}, day(5)), holds('a', '', day(2)), seen('a', '/a', {}, day(4))];
    expect(bookOf(lines, []).banks[0]?.since).toBe(Date.parse(day(2)));
  });

  it('names a bank by the last title that it had, by time, and keeps it if a later line has none', () => {
    const lines = [
      seen('a', '/a', { title: 'New' }, day(3)),
      seen('a', '/a', { title: 'Old' }, day(2)),
      seen('a', '/a', {}, day(4)),
      holds('a', '1.1', day(5)),
    ];
    expect(bookOf(lines, []).banks[0]?.title).toBe('New');
    expect(bookOf([seen('a', '/a')], []).banks[0]).not.toHaveProperty('title');
  });

  it('tells the last path on this device, and none of another', () => {
    const mine = [seen('a', '/first'), seen('a', '/second'), seen('b', '/elsewhere')];
    expect(bookOf(mine, []).banks.map(({ path }) => path)).toEqual(['/second', '/elsewhere']);
    const [theirs] = bookOf([], mine).banks;
    expect(theirs).not.toHaveProperty('path');
    expect(theirs).not.toHaveProperty('title');
  });

  it('knows what each bank holds, and keeps what was said to be apart with the banks that it concerns', () => {
    const lines = [
      seen('a', '/a'),
      holds('a', packItems([[hashItem('q1'), 5]])),
      seen('b', '/b'),
      seen('c', '/c'),
      apart('a', 'b'),
    ];
    const [a, b, c] = bookOf(lines, []).banks;
    expect([a?.packed, b?.packed]).toEqual([[packItems([[hashItem('q1'), 5]])], []]);
    expect([a, b, c].map((bank) => [...(bank?.apart ?? [])])).toEqual([['a', 'b'], ['a', 'b'], []]);
    expect([a, b].map((bank) => bank !== undefined && isHeld('q1', [bank]))).toEqual([true, false]);
    expect(isHeld('q1', bookOf(lines, []).banks)).toBe(true);
    expect(isHeld('q2', bookOf(lines, []).banks)).toBe(false);
  });

  it('joins ids over chains, and goes by the id that a bank says itself', () => {
    const same = (a: string, b: string) => line({ type: 'same', banks: [a, b] });
    const lines = [seen('c', '/c'), seen('b', '/b'), seen('a', '/a'), same('c', 'b'), same('b', 'a')];
    expect(bookOf(lines, []).banks).toMatchObject([{ id: 'a', own: false, ids: new Set(['c', 'b', 'a']) }]);
    const owned = [...lines, seen('b', '/b', { own: true })];
    expect(bookOf(owned, []).banks).toMatchObject([{ id: 'b', own: true }]);
  });
});

describe('hashes', () => {
  it('are FNV-1a of the composed text', () => {
    expect([hashItem('a'), hashItem('q1'), hashItem('cafe\u0301') - hashItem('café')]).toEqual([
      3826002220, 2622263703, 0,
    ]);
    expect(itemsAtHand([{ id: 'q1', formerIds: ['a'] }], [{ zh: '茶？', en: ' What  is\ntea? ' }])).toEqual([
      { ids: [2622263703, 3826002220], asks: 488566784 },
    ]);
  });

  it('are packed and unpacked', () => {
    expect(
      packItems([
        [12, 345],
        [67, 8],
      ]),
    ).toBe('c.9l 1v.8');
    expect([...unpackItems(['c.9l 1v.8 c', '.', '1v.', '.9l', 'c.a'])]).toEqual([
      [12, 10],
      [67, 8],
    ]);
  });

  it('are alike from half on: of the smaller bank, and of what asks the same', () => {
    const items = [1, 2, 3, 4].map((id) => ({ ids: [id] as const, asks: id }));
    const held = (...pairs: readonly (readonly [number, number])[]) => new Map(pairs);
    expect(overlapOf(items, held([1, 1], [2, 9]))).toEqual({ ids: 2, same: 1, isAlike: true });
    expect(overlapOf(items, held([1, 1], [2, 9], [3, 9]))).toEqual({ ids: 3, same: 1, isAlike: false });
    expect(overlapOf(items, held([1, 1], [9, 9], [8, 8]))).toEqual({ ids: 1, same: 1, isAlike: false });
    expect(overlapOf(items, held([1, 1], [9, 9]))).toEqual({ ids: 1, same: 1, isAlike: true });
  });
});

describe('a bank at hand', () => {
  const items = (from: number, to: number, changed = 0) =>
    Array.from({ length: to - from }, (_, i) => ({
      ids: [i + from] as const,
      asks: i < changed ? 1000 + i : i + from,
    }));
  const packed = (of: ReturnType<typeof items>) => packItems(of.map(({ ids: [id], asks }) => [id, asks]));
  const used = (bank: string, path: string, of: ReturnType<typeof items>, more: object = {}) => [
    seen(bank, path, more),
    holds(bank, packed(of)),
  ];
  const at = (path: string, of: ReturnType<typeof items>, lines: readonly BankLine[], own?: string) =>
    recogniseBank({ path, items: of, own }, bookOf(lines, []));

  it('gets an id of its questions', () => {
    const of = itemsAtHand(
      ['a', 'b'].map((id) => ({ id, formerIds: [] })),
      ['A?', 'B?'],
    );
    expect(recogniseBank({ path: '/x', items: of }, bookOf([], []))).toEqual({
      type: 'new',
      id: 'bank-30s1u1uba2ck',
    });
    const lines = [seen('bank-30s1u1uba2ck', '/y'), seen('bank-30s1u1uba2ck-2', '/z')];
    expect(recogniseBank({ path: '/x', items: of }, bookOf(lines, []))).toMatchObject({
      id: 'bank-30s1u1uba2ck-3',
    });
  });

  it('that says an id nobody used is new beside others, and joins no bank that says another', () => {
    const lines = [...used('go', '/a', items(1, 9), { own: true }), ...used('b', '/b', items(50, 60))];
    expect(at('/c', items(1, 9), lines, 'rust')).toEqual({ type: 'new', id: 'rust' });
    expect(at('/c', items(90, 99), lines, 'go')).toEqual({ type: 'known', id: 'go', also: [] });
    expect(at('/c', items(50, 60), [...lines, apart('b', 'rust')], 'rust')).toEqual({
      type: 'new',
      id: 'rust',
    });
    expect(at('/c', items(50, 60), lines, 'b')).toEqual({ type: 'known', id: 'b', also: [] });
  });

  it('goes by the id that one of two joined banks says', () => {
    const lines = [
      ...used('b1', '/a', items(1, 9)),
      ...used('named', '/b', items(1, 8), { own: true }),
      ...used('other', '/d', items(2, 9), { own: true }),
    ];
    expect(at('/c', items(1, 9), lines)).toEqual({ type: 'known', id: 'named', also: ['b1'] });
  });

  it('never joins the bank that ships', () => {
    const lines = [...used('llmquiz', '/a', items(1, 9)), ...used('b', '/b', items(1, 9))];
    expect(at('/b', items(1, 9), lines)).toEqual({ type: 'known', id: 'b', also: [] });
    expect(at('/a', items(1, 9), lines)).toEqual({ type: 'known', id: 'llmquiz', also: [] });
  });

  it('is doubtful if little asks the same; of several the likest, and none that was said to be another', () => {
    const lines = [...used('few', '/a', items(1, 9)), ...used('more', '/b', items(1, 20))];
    const mixed = [...items(1, 3), ...items(15, 20), ...items(100, 140)];
    expect(at('/c', mixed, lines)).toMatchObject({ type: 'doubtful', like: { id: 'more' } });
    const here = [...lines, ...used('this', '/c', items(200, 210)), apart('this', 'more')];
    expect(at('/c', mixed, here)).toMatchObject({ type: 'doubtful', like: { id: 'few' } });
    expect(at('/d', mixed, here)).toMatchObject({ type: 'doubtful', like: { id: 'more' } });
    expect(at('/c', mixed, [...here, apart('few', 'this')])).toMatchObject({ type: 'new' });
  });

  it('of two banks as alike prefers the older', () => {
    const lines = [
      seen('new', '/n', {}, day(3)),
      holds('new', packed(items(1, 9)), day(3)),
      seen('old', '/o', {}, day(2)),
      holds('old', packed(items(1, 9)), day(2)),
      apart('new', 'old'),
    ];
    expect(at('/c', items(1, 9), lines)).toEqual({ type: 'known', id: 'old', also: [] });
  });
});

it('a line is read only if each of its parts is sound', () => {
  const sound = { v: 1, at: day(1), type: 'seen', bank: 'a', path: '/a', digest: 1 };
  const read = (change: object) => readBankLine(JSON.stringify({ ...sound, ...change })) !== undefined;
  expect(read({})).toBe(true);
  expect(read({ title: { en: 'A', zh: '甲' } })).toBe(true);
  for (const change of [
    { at: 7 },
    { bank: 7 },
    { bank: '' },
    { path: '' },
    { path: undefined },
    { digest: 1.5 },
    { title: '' },
    { title: { en: 'A', zh: '' } },
    { type: 'holds', bank: '', items: '' },
    { type: 'holds', items: 7 },
    { type: 'same', banks: ['a', ''] },
    { type: 'other' },
  ])
    expect([change, read(change)]).toEqual([change, false]);
});

it('the bank that ships takes every event without a bank', () => {
  const claim = shippedClaimOf();
  expect([claim.isTaken('any'), claim.taken]).toEqual([false, '']);
});
