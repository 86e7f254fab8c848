import { describe, expect, it } from 'vitest';
import { bookOf } from '#core/learner/banks/bank-book.ts';
import { type BankLine, type BankNote, readBankLine } from '#core/learner/banks/bank-lines.ts';
import { hashItem, itemsAtHand, overlapOf, packItems, unpackItems } from '#core/learner/banks/held-items.ts';
import { recogniseBank } from '#core/learner/banks/recognise-bank.ts';

/** A bank of questions `q1` to `qN`, each with its stem; `from` begins elsewhere. */
const questions = (count: number, stem: (n: number) => string, from = 1) =>
  Array.from({ length: count }, (_, i) => ({ id: `q${i + from}`, stem: stem(i + from) }));

type Questions = ReturnType<typeof questions>;

const atHand = (of: Questions, formerIds: (id: string) => string[] = () => []) =>
  itemsAtHand(
    of.map(({ id }) => ({ id, formerIds: formerIds(id) })),
    of.map(({ stem }) => stem),
  );

const line = (note: BankNote, at = '2026-03-01T10:00:00.000+01:00') => ({ v: 1, at, ...note }) as BankLine;

/** The lines of a register for a bank that holds some questions. */
const used = (bank: string, path: string, of: Questions, own = false, at?: string): readonly BankLine[] => [
  line({ type: 'seen', bank, path, digest: 1, ...(own ? { own: true } : {}) }, at),
  line({ type: 'holds', bank, items: packItems(atHand(of).map(({ ids: [id], asks }) => [id, asks])) }, at),
];

const go = questions(10, (n) => `What does Go do in case ${n}?`);
const rust = questions(10, (n) => `What does Rust do in case ${n}?`);

const found = (of: Questions, path: string, lines: readonly BankLine[], own?: string) =>
  recogniseBank({ own, path, items: atHand(of) }, bookOf(lines, []));

describe('a bank without an id', () => {
  it('is new, under the same id on every device', () => {
    const first = found(go, '/a', []);
    expect(first).toEqual({ type: 'new', id: expect.stringMatching(/^bank-[a-z0-9]+$/) });
    expect(found([...go].reverse(), '/elsewhere', [])).toEqual(first);
    expect(found(rust, '/a', []).id).not.toBe(first.id);
  });

  it('is known where it was moved, and where it was changed, from one half on', () => {
    const lines = used('b1', '/a', go);
    expect(found(go, '/moved', lines)).toEqual({ type: 'known', id: 'b1', also: [] });
    const half = [...go.slice(0, 5), ...questions(5, (n) => `New ${n}`, 100)];
    expect(found(half, '/moved', lines)).toMatchObject({ type: 'known', id: 'b1' });
    const less = [...go.slice(0, 4), ...questions(6, (n) => `New ${n}`, 100)];
    expect(found(less, '/moved', lines)).toMatchObject({
      type: 'doubtful',
      like: { id: 'b1' },
      overlap: { ids: 4, same: 4 },
    });
  });

  it('is known by a part of it, and by what it was a part of', () => {
    expect(found(go.slice(0, 3), '/a/deck.yaml', used('b1', '/a', go))).toMatchObject({ id: 'b1' });
    expect(found(go, '/a', used('b1', '/a/deck.yaml', go.slice(0, 3)))).toMatchObject({ id: 'b1' });
  });

  it('is not known by ids that another bank has too, though all are the same', () => {
    expect(found(rust, '/b', used('b1', '/a', go))).toMatchObject({ type: 'new' });
    expect(found(rust, '/b', used('b1', '/a', go)).id).not.toBe('b1');
  });

  it('is doubtful in the place of another with the same ids', () => {
    expect(found(rust, '/a', used('b1', '/a', go))).toMatchObject({
      type: 'doubtful',
      like: { id: 'b1' },
      overlap: { ids: 10, same: 0 },
    });
    const other = questions(10, (n) => `Else ${n}`, 500);
    expect(found(other, '/a', used('b1', '/a', go))).toMatchObject({ type: 'new' });
  });

  it('is the one that has most of it', () => {
    const lines = [
      ...used('b1', '/a', go.slice(0, 6)),
      ...used('b2', '/b', go.slice(2)),
      ...apart('b1', 'b2'),
    ];
    expect(found(go, '/c', lines)).toEqual({ type: 'known', id: 'b2', also: [] });
    expect(found(go, '/a', lines)).toEqual({ type: 'known', id: 'b1', also: [] });
  });

  it('joins what it turns out to be, and nothing that was said to be another', () => {
    const lines = [...used('b2', '/x', go.slice(0, 5)), ...used('b1', '/y', go.slice(5))];
    expect(found(go, '/c', lines)).toEqual({ type: 'known', id: 'b1', also: ['b2'] });
    expect(found(go, '/c', [...lines, ...apart('b2', 'b1')])).toEqual({ type: 'known', id: 'b1', also: [] });
    const joined = bookOf([...lines, line({ type: 'same', banks: ['b2', 'b1'] })], []);
    expect(joined.banks.map(({ id, ids }) => [id, [...ids].sort()])).toEqual([['b1', ['b1', 'b2']]]);
    expect(joined.banks[0]?.items().size).toBe(10);
  });

  it('is the one that it was when it said its id', () => {
    expect(found(go, '/a', used('go', '/a', go, true))).toEqual({ type: 'known', id: 'go', also: [] });
  });

  it('is known through former ids', () => {
    const renamed = go.map(({ id, stem }) => ({ id: `go-${id}`, stem }));
    const items = atHand(renamed, (id) => [id.replace('go-', '')]);
    const book = bookOf(used('b1', '/a', go), []);
    expect(recogniseBank({ path: '/b', items }, book)).toMatchObject({ type: 'known', id: 'b1' });
    expect(found(renamed, '/b', used('b1', '/a', go))).toMatchObject({ type: 'new' });
  });

  it('takes no id that another has', () => {
    const { id } = found(go, '/a', []);
    const lines = used(
      id,
      '/a',
      questions(3, (n) => `Else ${n}`, 900),
    );
    expect(found(go, '/b', lines)).toEqual({ type: 'new', id: `${id}-2` });
  });
});

describe('a bank that says its id', () => {
  it('is that one, wherever it lies and whatever it holds', () => {
    const lines = used('go', '/a', go, true);
    expect(found(rust, '/b', lines, 'go')).toEqual({ type: 'known', id: 'go', also: [] });
    expect(found(go, '/a', lines, 'rust')).toEqual({ type: 'new', id: 'rust' });
  });

  it('keeps what was remembered of it when it said none', () => {
    expect(found(go, '/a', used('b1', '/a', go), 'go')).toEqual({ type: 'known', id: 'go', also: ['b1'] });
    expect(found(rust, '/a', used('b1', '/a', go), 'rust')).toEqual({ type: 'new', id: 'rust' });
    const book = bookOf(
      [...used('b1', '/a', go), line({ type: 'same', banks: ['go', 'b1'] }), ...used('go', '/a', go, true)],
      [],
    );
    expect(book.banks).toMatchObject([{ id: 'go', own: true, path: '/a' }]);
  });
});

const apart = (a: string, b: string) => [line({ type: 'apart', banks: [a, b] })];

describe('registers of several devices', () => {
  const laptop = used('b2', '/home/ada/go', go, false, '2026-03-01T10:00:00.000+01:00');
  const phone = used(
    'b1',
    '/sdcard/go',
    [...go.slice(0, 9), ...questions(1, (n) => `New ${n}`, 70)],
    false,
    '2026-03-02T10:00:00.000+01:00',
  );

  it('come to the same banks in any order, with the paths of this one', () => {
    const book = bookOf(laptop, phone);
    expect(book.banks).toMatchObject([{ id: 'b2', path: '/home/ada/go' }, { id: 'b1' }]);
    expect(book.banks[1]?.path).toBeUndefined();
    expect(bookOf(phone, laptop).banks.map(({ id }) => id)).toEqual(['b2', 'b1']);
    expect([...bookOf(phone, laptop).seen.keys()]).toEqual(['/sdcard/go']);
  });

  it('join the same bank under two ids, of which the smaller one stays', () => {
    const items = atHand(go);
    const first = recogniseBank({ path: '/home/ada/go', items }, bookOf(laptop, phone));
    expect(first).toEqual({ type: 'known', id: 'b2', also: ['b1'] });
    const noted = [...laptop, line({ type: 'same', banks: ['b2', 'b1'] })];
    for (const book of [bookOf(noted, phone), bookOf(phone, noted)]) {
      expect(book.banks).toMatchObject([{ id: 'b1', ids: new Set(['b2', 'b1']) }]);
      expect(recogniseBank({ path: '/new', items }, book)).toEqual({ type: 'known', id: 'b1', also: [] });
    }
  });

  it('may join ids in a ring', () => {
    const same = (a: string, b: string) => line({ type: 'same', banks: [a, b] });
    const book = bookOf([...laptop, ...phone, same('b1', 'b2'), same('b2', 'b1'), same('b2', 'b2')], []);
    expect(book.banks).toHaveLength(1);
  });
});

describe('what a question asks', () => {
  it('is the same with a translation, other spaces and composed letters', () => {
    const asks = (stem: Parameters<typeof itemsAtHand>[1][number]) =>
      itemsAtHand([{ id: 'q', formerIds: [] }], [stem])[0]?.asks;
    expect(asks({ en: 'What is  a\ncafe\u0301?', zh: '什么？' })).toBe(asks('What is a café?'));
    expect(asks('What is tea?')).not.toBe(asks('What is a café?'));
  });

  it('is kept with its id, and the last word counts', () => {
    const packed = [packItems([[hashItem('a'), 7]]), packItems([[hashItem('a'), 8]]), 'nonsense', ''];
    expect([...unpackItems(packed)]).toEqual([[hashItem('a'), 8]]);
    const [items, held] = [atHand([{ id: 'a', stem: 'A' }]), unpackItems(packed)];
    expect(overlapOf(items, held)).toEqual({ ids: 1, same: 0, isAlike: false });
    expect(overlapOf([], held)).toEqual({ ids: 0, same: 0, isAlike: false });
  });
});

describe('a line of a register', () => {
  it('is read back as it was written', () => {
    const lines = [
      ...used('go', '/a', go, true),
      line({ type: 'seen', bank: 'go', path: '/a', digest: 3, title: { en: 'Go', zh: '围棋' } }),
      line({ type: 'same', banks: ['a', 'b'] }),
      ...apart('a', 'b'),
    ];
    for (const one of lines) expect(readBankLine(JSON.stringify(one))).toEqual(one);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"v":2,"at":"2026-03-01T10:00:00Z","type":"same","banks":["a","b"]}',
    '{"v":1,"at":"soon","type":"same","banks":["a","b"]}',
    '{"v":1,"at":"2026-03-01T10:00:00Z","type":"same","banks":["a"]}',
    '{"v":1,"at":"2026-03-01T10:00:00Z","type":"apart","banks":["a",7]}',
    '{"v":1,"at":"2026-03-01T10:00:00Z","type":"holds","bank":"a"}',
    '{"v":1,"at":"2026-03-01T10:00:00Z","type":"seen","bank":"a","path":"/a"}',
    '{"v":1,"at":"2026-03-01T10:00:00Z","type":"seen","bank":"a","path":"/a","digest":1,"title":{"en":7}}',
    '{"v":1,"at":"2026-03-01T10:00:00Z","type":"bought"}',
  ])('is passed over if it is %s', (text) => {
    expect(readBankLine(text)).toBeUndefined();
  });
});
