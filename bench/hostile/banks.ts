import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '#core/check/contract/rule.ts';
import { rules } from '#core/check/rules/index.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { type BankFile, readYaml } from '#core/yaml/source.ts';
import { type Shape, shapes, word } from './texts.ts';

type Data = Readonly<Record<string, unknown>>;

/** A bank that grows. */
export interface Family {
  readonly name: string;
  readonly files: (size: number) => readonly BankFile[];
  readonly sizes: { readonly from: number; readonly to: number };
  /** The bank before, for rules on what changed since. */
  readonly base?: (size: number) => readonly BankFile[];
}

const filesOf = (example: Example): readonly BankFile[] =>
  typeof example === 'string'
    ? [{ path: 'decks/deck.yaml', text: example }]
    : Object.entries(example).map(([path, text]) => ({ path, text }));

const isDeck = ({ text }: BankFile) => /^items:$/m.test(text);

/** The examples of the rules with their questions again and again: as they are, each with words of its own, and misspelt. */
export function repeatedExamples(): readonly Family[] {
  const seen = new Set<string>();
  return rules.flatMap((rule) =>
    (['bad', 'good'] as const).flatMap((which) => {
      const files = filesOf(rule[which]);
      const text = JSON.stringify(files);
      if (seen.has(text) || !files.some(isDeck)) return [];
      seen.add(text);
      const name = `${which} example of ${rule.id}`;
      const again = (how: string, change: (item: string, n: number) => string): Family => ({
        name: `${name}, ${how}`,
        files: (size) => grown(files, size, change),
        base: (size) => grown(filesOf(rule.base ?? rule.good), size, change),
        sizes: { from: 200, to: 800 },
      });
      return [
        again('its questions repeated', (item) => item),
        again('with other words', (item, n) =>
          item.replace(/(stem|key|title): ["']?(?=[A-Z])/g, (is) => `${is}Word${word(n)} `),
        ),
      ];
    }),
  );
}

const grown = (files: readonly BankFile[], size: number, change: (item: string, n: number) => string) =>
  files.map((file) => (isDeck(file) ? { ...file, text: repeated(file.text, size, change) } : file));

/** The questions of a deck so often that there are so many, each with an id of its own. */
function repeated(text: string, count: number, change: (item: string, n: number) => string): string {
  const [head = '', ...items] = text.split(/(?<=\n)(?= {2}- (?:id|\S+): )/);
  const all = Array.from({ length: count }, (_, n) =>
    change(items[n % Math.max(1, items.length)] ?? '', n).replace(/\bid: ["']?([\w-]+)/, `id: $1-${word(n)}`),
  );
  return head + all.join('');
}

/** A valid question of each kind with everything that questions can have. */
export function fullItems(root: string): readonly Data[] {
  return kinds.flatMap(({ name }) => {
    const path = join(root, 'src/core/question/kinds', name, 'examples.yaml');
    const { data } = readYaml({ path, text: readFileSync(path, 'utf8') });
    const valid = (data as { valid: readonly { item: Data }[] }).valid.map(({ item }) => item);
    const largest = valid.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
    if (largest === undefined) return [];
    const common = {
      hint: 'It is near.',
      tags: ['tokens'],
      formerIds: ['former-id'],
      requires: ['other-id'],
      notes: ['a-note'],
      fact: 'some-fact',
      asOf: '2026-01',
      sources: [{ ref: 'a2020' }, { title: 'A book', url: 'https://example.org/a', at: 'Section 1' }],
      lint: { allow: [{ rule: 'item/clang', reason: 'It is so.' }] },
    };
    return [{ ...common, ...(name === 'number' ? { unit: 'tokens' } : {}), ...largest }];
  });
}

const deckOf = (items: readonly unknown[]): readonly BankFile[] => [
  {
    path: 'decks/deck.yaml',
    text: `title: T\nitems:\n${items.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`,
  },
];

type Path = readonly (string | number)[];

/** Every text of a value, by its path. */
function textsOf(value: unknown, path: Path = []): readonly (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every list of a value, by its path, and every map of texts by name. */
function listsOf(value: unknown, path: Path = []): readonly (readonly [Path, readonly unknown[]])[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) && value.length > 0 ? [[path, value] as const] : [];
  const parts = Object.entries(value).flatMap(([key, part]) =>
    listsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...parts];
}

function replaced(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value)) return value.map((part, i) => (i === step ? replaced(part, rest, other) : part));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, part]) => [
      key,
      key === step ? replaced(part, rest, other) : part,
    ]),
  );
}

/** Texts that are no prose: one that is not of its form leaves nothing of the question to look at. */
const isName = ([path]: readonly [Path, string]) =>
  /^(?:id|kind|tags|formerIds|requires|notes|fact|asOf|ref|url|tolerance|rule)$/.test(
    String(path.findLast((step) => typeof step === 'string')),
  );

/** The prose of each kind of question, long and of each shape, and each of the other texts of a question. */
export function longTexts(root: string): readonly Family[] {
  return fullItems(root).flatMap((item, i) => {
    const blanks = [...new Set(JSON.stringify(item.stem).match(/\{\{[a-z0-9-]+\}\}/g))]
      .map((blank) => ` ${blank}`)
      .join('');
    const texts = textsOf(item).filter(([path]) => path[0] !== 'kind');
    const prose = texts.filter((text) => !isName(text));
    const names = i === 0 ? texts.filter(isName) : [];
    return shapes.flatMap((shape): readonly Family[] => [
      {
        name: `${item.kind}, prose of ${shape.name}`,
        // No two are equal, and the first begins with the shape itself.
        files: (size) =>
          deckOf([
            prose.reduce<unknown>(
              (made, [path], n) =>
                replaced(made, path, textFor(n, shape, size) + (path[0] === 'stem' ? blanks : '')),
              item,
            ),
          ]),
        sizes: { from: 2000, to: 8000 },
      },
      ...names.map(([path]) => ({
        name: `\`${path.join('.')}\` of ${shape.name}`,
        files: (size: number) => deckOf([replaced(item, path, shape.of(size))]),
        sizes: { from: 8000, to: 32_000 },
      })),
    ]);
  });
}

const textFor = (n: number, shape: Shape, size: number) =>
  n % 3 === 0 ? shape.of(size) : `${word(n)} ${shape.of(size)}`;

/** Each list of each kind of question with many entries: equal ones, ones with words of their own, and ones of signs alone. */
export function longLists(root: string): readonly Family[] {
  const entries: Readonly<Record<string, (text: string, n: number) => string>> = {
    equal: (text) => text,
    different: (text, n) => `${text.slice(0, 40)}${/^[a-z0-9-]+$/.test(text) ? '-' : ' '}${word(n)}`,
    'one word': (_, n) => word(n),
    signs: (_, n) => '@&!'.repeat((n % 7) + 1),
  };
  return fullItems(root).flatMap((item) =>
    listsOf(item).flatMap(([path, list]) =>
      Object.entries(entries).map(([how, entry]) => ({
        name: `${item.kind}, many entries of \`${path.join('.')}\`, ${how}`,
        files: (size: number) => {
          const first = list[0];
          const many = Array.from({ length: size }, (_, n) =>
            textsOf(first).reduce((made, [at, text]) => replaced(made, at, entry(text, n)), first),
          );
          return deckOf([replaced(item, path, many)]);
        },
        sizes: { from: 500, to: 4000 },
      })),
    ),
  );
}

/** Files of one shape of text, as a whole, as values and as lines. */
export function rawTexts(): readonly Family[] {
  const frames: Readonly<Record<string, (text: string, size: number) => string>> = {
    'a whole file': (text) => text,
    'an unquoted value': (text) => `title: ${text}\nitems: []\n`,
    'a quoted value': (text) => `title: "${text}\nitems: []\n`,
    'an item of a list': (text) => `title: T\nitems:\n  - ${text}\n  - id: a\n`,
    'a block': (text) => `title: |\n  ${text}\nitems: []\n`,
    'a comment': (text) => `title: T # ${text}\nitems: []\n`,
  };
  const structures: Readonly<Record<string, (n: number) => string>> = {
    keys: (n) => `${word(n)}: a\n`,
    'equal keys': () => 'a: b\n',
    'items of a list': (n) => `- ${word(n)}\n`,
    anchors: (n) => `- &${word(n)} a\n- *${word(n)}\n`,
    'merge keys': () => '- <<: { a: b }\n',
    documents: () => 'a: b\n---\n',
    'open quotes': () => '- "a\n',
    'open brackets': () => '- [a\n',
    tabs: () => '\t- a\n',
    'colons in values': () => '- a: b: c\n',
    questions: () => '- ? a\n  : b\n',
    'blank lines': () => '\n',
    'carriage returns': () => 'a: b\r',
    'long names': (n) => `? ${'a'.repeat(200)}${n}\n: b\n`,
  };
  return [
    ...Object.entries(frames).flatMap(([frame, framed]) =>
      shapes.map((shape) => ({
        name: `${frame} of ${shape.name}`,
        files: (size: number) => [{ path: 'decks/deck.yaml', text: framed(shape.of(size), size) }],
        sizes: { from: 8000, to: 32_000 },
      })),
    ),
    ...Object.entries(structures).flatMap(([name, line]) =>
      ['', 'title: T\nitems:\n'].map((head) => ({
        name: `${name}${head === '' ? '' : ' under items'}`,
        files: (size: number) => {
          const lines = Array.from({ length: size }, (_, n) => line(n)).join('');
          return [
            { path: 'decks/deck.yaml', text: head + (head === '' ? lines : lines.replace(/^(?=.)/gm, '  ')) },
          ];
        },
        sizes: { from: 1000, to: 8000 },
      })),
    ),
  ];
}
