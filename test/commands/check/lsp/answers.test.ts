import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtProgram } from '../../../program.ts';
import { tempFolder } from '../../../temp.ts';
import { type Client, startServer } from './client.ts';

const deck = `# 𝕏 and other letters
title: Tokens
items:
  - id: bpe-name
    kind: recall
    level: 9
    tags: [tokens]
    question: What does BPE stand for?
    key: 1.10
    rationale: It joins the most frequent pair of symbols into one, again and again.
    sources: [{ ref: sennrich }]
    notes: [pairs]
  - id: bpe-step
    kind: recall
    level: 1
    tags: [tokens]
    stem: What does BPE join at each step?
    key: The most frequent pair
    rationale: It joins the most frequent pair of symbols into one, again and again.
    requires: [bpe-name]
    lint: { allow: [{ rule: card/yes-no, reason: none }] }
    sources:
      - ref: sennrich
`;
const files = {
  'questions/decks/a.yaml': deck,
  'questions/sources.yaml':
    'sennrich:\n  authors: Sennrich et al.\n  year: 2016\n  title: Rare Words\n  url: https://aclanthology.org/P16-1162\n',
  'questions/notes.yaml':
    'title: N\nstatements:\n  - id: pairs\n    lines: [1]\n    says: BPE joins pairs.\n    verdict: right\n',
  'questions/tags.yaml': 'tokens: { en: How text becomes tokens, zh: 分词 }\n',
};

let folder: string;
let client: Client;
let uri: string;
const at = (path: string) => pathToFileURL(join(folder, path)).href;

beforeEach(async () => {
  folder = tempFolder();
  mkdirSync(join(folder, 'questions/decks'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  uri = at('questions/decks/a.yaml');
  client = startServer();
});

/** Begins a session with the deck open. */
async function begin(capabilities: object = {}, text = deck) {
  await client.initialize([at('.')], capabilities);
  client.open(uri, text);
  await client.published(uri, 1);
}

const documentOf = (text: string) => TextDocument.create(uri, 'yaml', 1, text);

/** Where some words begin, and so many letters further. */
function position(words: string, by = 0, text = deck) {
  return documentOf(text).positionAt(text.indexOf(words) + by);
}

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly diagnostics?: readonly { readonly code: string }[];
  readonly edit?: {
    readonly documentChanges: readonly {
      readonly textDocument: { readonly uri: string; readonly version: number };
      readonly edits: Parameters<typeof TextDocument.applyEdits>[1];
    }[];
  };
}

async function actions(context: object = {}, range?: object): Promise<readonly Action[]> {
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const { result } = await client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: range ?? whole,
    context: { diagnostics: [], ...context },
  });
  return result;
}

function applied({ edit }: Action, text = deck): string {
  const [change] = edit?.documentChanges ?? [];
  expect(change?.textDocument).toEqual({ uri, version: 1 });
  return TextDocument.applyEdits(documentOf(text), change?.edits ?? []);
}

/** The deck after `check --fix`. */
function fixed(): string {
  spawnSync(process.execPath, [builtProgram.script, 'check', '--fix', '--no-cache'], { cwd: folder });
  return readFileSync(join(folder, 'questions/decks/a.yaml'), 'utf8');
}

describe('fixes', () => {
  it('are offered for the findings in a range, one by one', async () => {
    await begin();
    const all = await actions();
    expect(all.map(({ title, kind, diagnostics }) => [title, kind, diagnostics?.[0]?.code])).toEqual([
      ['Rename the field to `stem` (schema/unknown-key)', 'quickfix', 'schema/unknown-key'],
      ['Quote the value (schema/unquoted-scalar)', 'quickfix', 'schema/unquoted-scalar'],
    ]);
    expect(all.map((action) => applied(action))).toEqual([
      deck.replace('question: What', 'stem: What'),
      deck.replace('1.10', '"1.10"'),
    ]);
    const cursor = position('1.10', 2);
    expect((await actions({}, { start: cursor, end: cursor })).map(({ title }) => title)).toEqual([
      'Quote the value (schema/unquoted-scalar)',
    ]);
    expect(await actions({ only: ['refactor'] })).toEqual([]);
  });

  it('of a whole file make of it what check --fix does', async () => {
    await begin();
    const [all] = await actions({ only: ['source.fixAll'] });
    expect(all?.kind).toBe('source.fixAll.llmquiz');
    expect(applied(all!)).toBe(fixed());
    expect(fixed()).toContain('key: "1.10"');
  });

  it('of a whole file are worked out when they are chosen, by a client that can wait for them', async () => {
    await begin({ textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } });
    const lazy = (await actions()).find(({ kind }) => kind === 'source.fixAll.llmquiz');
    expect(lazy?.edit).toBeUndefined();
    const { result } = await client.request('codeAction/resolve', lazy);
    expect(applied(result)).toBe(fixed());
  });

  it('keep a byte order mark that stands before everything', async () => {
    const marked = `\ufeff${deck}`;
    await begin({}, marked);
    const [, quote] = await actions();
    expect(applied(quote!, marked)).toBe(marked.replace('1.10', '"1.10"'));
    const [all] = await actions({ only: ['source.fixAll.llmquiz'] });
    expect(applied(all!, marked)).toBe(
      deck.replace('question: What', 'stem: What').replace('1.10', '"1.10"'),
    );
  });
});

describe('hovering', () => {
  const hover = async (words: string, by = 1) =>
    (
      await client.request('textDocument/hover', {
        textDocument: { uri },
        position: position(words, by),
      })
    ).result;

  it('explains the rule of a finding, and that of an exception', async () => {
    await begin();
    const { contents, range } = await hover('1.10');
    expect(contents).toEqual({ kind: 'markdown', value: expect.stringContaining('schema/unquoted-scalar') });
    expect(contents.value).toContain('~~~yaml');
    expect(range).toEqual({ start: position('1.10'), end: position('1.10', 4) });
    expect((await hover('card/yes-no')).contents.value).toContain('card/yes-no');
    expect(await hover('𝕏')).toBeNull();
  });

  it('shows what a name names', async () => {
    await begin();
    expect((await hover('sennrich')).contents.value).toBe('Sennrich et al. 2016: Rare Words');
    expect((await hover('[pairs]', 2)).contents.value).toBe('BPE joins pairs.');
    expect((await hover('[tokens]', 2)).contents.value).toBe('How text becomes tokens');
  });
});

it('definitions lead from a name to what it names', async () => {
  await begin();
  const definition = async (words: string, by: number) =>
    (
      await client.request('textDocument/definition', {
        textDocument: { uri },
        position: position(words, by),
      })
    ).result;
  const placed = (path: string, line: number, from: number, to: number) => [
    { uri: at(path), range: { start: { line, character: from }, end: { line, character: to } } },
  ];
  expect(await definition('- ref: sennrich', 8)).toEqual(placed('questions/sources.yaml', 0, 0, 8));
  expect(await definition('{ ref: sennrich', 8)).toEqual(placed('questions/sources.yaml', 0, 0, 8));
  expect(await definition('[pairs]', 2)).toEqual(placed('questions/notes.yaml', 2, 8, 13));
  expect(await definition('[tokens]', 2)).toEqual(placed('questions/tags.yaml', 0, 0, 6));
  expect(await definition('[bpe-name]', 2)).toEqual(placed('questions/decks/a.yaml', 3, 8, 16));
  expect(await definition('title', 2)).toEqual([]);
});

it('completions have the names of the bank and the fields of the kind', async () => {
  await begin();
  const complete = async (text: string, version: number) => {
    client.change(uri, text.replace('¦', ''), version);
    const { result } = await client.request('textDocument/completion', {
      textDocument: { uri },
      position: documentOf(text).positionAt(text.indexOf('¦')),
    });
    return result as readonly {
      label: string;
      detail: string;
      textEdit: { range: object; newText: string };
    }[];
  };
  const fields = await complete(deck.replace('    level: 9\n', '    level: 9\n    a¦\n'), 2);
  expect(fields.map(({ label }) => label)).toEqual(expect.arrayContaining(['stem', 'hint', 'asOf']));
  const [first, ...others] = await complete(deck.replace('- ref: sennrich', '- ref: s¦'), 3);
  const from = position('- ref: sennrich', 7);
  expect(first).toMatchObject({
    label: 'sennrich',
    detail: 'Sennrich et al. 2016: Rare Words',
    textEdit: {
      range: { start: from, end: { ...from, character: from.character + 1 } },
      newText: 'sennrich',
    },
  });
  expect(others).toEqual([]);
});

it('symbols are the questions of a deck', async () => {
  await begin();
  const { result } = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  expect(result.map((s: { name: string; selectionRange: object }) => [s.name, s.selectionRange])).toEqual([
    ['bpe-name', { start: position('bpe-name'), end: position('bpe-name', 8) }],
    ['bpe-step', { start: position('bpe-step'), end: position('bpe-step', 8) }],
  ]);
});
