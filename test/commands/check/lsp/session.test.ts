import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { builtProgram } from '../../../program.ts';
import { tempFolder } from '../../../temp.ts';
import { type Client, type Published, startServer } from './client.ts';

const uriOf = (path: string) => pathToFileURL(path).href;

/** A folder with files by their paths. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const broken = makeSampleDeck('Byte-pair encoding', '1.10')
  .replace('level: 1', 'level: 9')
  .replace('stem', 'question');

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly Omit<Found, 'related' | 'rule' | 'severity'>[];
}

/** What `check` itself finds in a folder. */
function checkIn(folder: string, ...args: readonly string[]): readonly Found[] {
  const { stdout } = spawnSync(
    process.execPath,
    [builtProgram.script, 'check', ...args, '--format', 'json', '--no-cache'],
    { cwd: folder, encoding: 'utf8' },
  );
  return JSON.parse(stdout).findings;
}

const severities = ['', 'error', 'warning', 'info'];

/** Findings of `check` in one file, and published ones, in one form. */
const asFound = (findings: readonly Found[], path: string, folder: string) =>
  findings
    .filter((f) => f.path === path)
    .map((f) => ({
      ...{ rule: f.rule, severity: f.severity, message: f.message },
      range: rangeOf(f),
      related: f.related.map((r) => ({
        message: r.message,
        uri: uriOf(join(folder, r.path)),
        range: rangeOf(r),
      })),
    }));
const rangeOf = (f: Omit<Found, 'related' | 'rule' | 'severity'>) => ({
  start: { line: f.line - 1, character: f.column - 1 },
  end: { line: f.endLine - 1, character: f.endColumn - 1 },
});
const asPublished = ({ diagnostics }: Published) =>
  diagnostics.map((d) => ({
    ...{ rule: d.code, severity: severities[d.severity], message: d.message, range: d.range },
    related: (d.relatedInformation ?? []).map(
      // biome-ignore lint/suspicious/noExplicitAny: it comes from outside.
      (r: any) => ({ message: r.message, ...r.location }),
    ),
  }));

/** A server that has begun a session in one folder. */
async function serverIn(folder: string, capabilities?: object): Promise<Client> {
  const client = startServer();
  await client.initialize([uriOf(folder)], capabilities);
  return client;
}

describe('a session', () => {
  it('says what it can, and ends with 0 after shutdown, else with 1', async () => {
    const client = startServer('--stdio');
    const { result } = await client.initialize([]);
    expect(result.serverInfo).toEqual({ name: 'llmquiz', version: expect.stringMatching(/^\d+\./) });
    expect(result.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
    });
    expect(await client.end()).toBe(0);
    const hasty = startServer();
    await hasty.initialize([]);
    hasty.notify('exit');
    expect((await hasty.exited)[0]).toBe(1);
    const dead = startServer();
    await dead.initialize([]);
    dead.child.stdin?.end();
    expect((await dead.exited)[0]).toBe(1);
    expect([client.stderr(), hasty.stderr(), dead.stderr()]).toEqual(['', '', '']);
  });

  it('refuses requests before it begins and after it was shut down, and unknown ones', async () => {
    const client = startServer();
    client.notify('textDocument/didOpen', { textDocument: { uri: 'file:///a.yaml', text: '' } });
    expect((await client.request('textDocument/hover', {})).error?.code).toBe(-32002);
    await client.initialize([]);
    expect((await client.request('initialize', {})).error?.code).toBe(-32600);
    expect((await client.request('llmquiz/nothing')).error?.code).toBe(-32601);
    await client.request('shutdown');
    expect((await client.request('textDocument/hover', {})).error?.code).toBe(-32600);
    client.notify('exit');
    expect((await client.exited)[0]).toBe(0);
  });

  it('goes on after messages and parameters that are none, and ends if nobody reads it', async () => {
    const client = startServer();
    const framed = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    for (const text of ['{oops', 'null', '[1]', '5']) client.raw(framed(text));
    expect((await client.request('initialize', null)).error?.code).toBe(-32602);
    expect((await client.initialize([])).error).toBeUndefined();
    client.notify('textDocument/didOpen', {});
    for (const method of ['hover', 'completion', 'codeAction', 'definition', 'documentSymbol'])
      expect((await client.request(`textDocument/${method}`, { textDocument: 5 })).id).toBeDefined();
    client.child.stdout?.destroy();
    client.open('untitled:a', sampleDeck);
    expect((await client.exited)[0]).toBe(1);
    expect(client.stderr()).toBe('');
  });
});

describe('what is published', () => {
  const sources =
    'brown2020:\n  authors: Brown et al.\n  year: 2020\n  title: Language Models\n  url: https://arxiv.org/abs/2005.14165\n';

  it('is what check finds in the bank, at the same places, for the text in the editor', async () => {
    const folder = folderWith({
      'questions/decks/a.yaml': sampleDeck,
      'questions/decks/b.yaml': broken,
      'questions/sources.yaml': sources,
    });
    const client = await serverIn(folder);
    const a = join(folder, 'questions/decks/a.yaml');
    const b = join(folder, 'questions/decks/b.yaml');
    client.open(uriOf(b), broken);
    expect(asPublished(await client.published(uriOf(b), 1))).toEqual(
      asFound(checkIn(folder), 'questions/decks/b.yaml', folder),
    );
    // What is on disk stays as it was; only the buffers change.
    const text = `# 𝕏 first\n${sampleDeck.replace('id: bpe-name', 'id: "𝕏"').replace('title:', 'tittle:')}`;
    client.open(uriOf(a), sampleDeck);
    client.change(uriOf(a), text, 2);
    const published = asPublished(await client.published(uriOf(a), 2));
    writeFileSync(a, text);
    const expected = asFound(checkIn(folder), 'questions/decks/a.yaml', folder);
    expect(expected.length).toBeGreaterThan(1);
    expect(published).toEqual(expected);
    expect(await client.end()).toBe(0);
    expect(client.stderr()).toBe('');
  });

  it('goes by open sources that are not saved, and says so in the decks that use them', async () => {
    const deck = `${sampleDeck.slice(0, sampleDeck.indexOf('    sources'))}    sources: [{ ref: brown2020 }]\n`;
    const folder = folderWith({ 'bank/decks/a.yaml': deck, 'bank/sources.yaml': sources });
    const client = await serverIn(folder);
    const [a, s] = ['bank/decks/a.yaml', 'bank/sources.yaml'].map((path) => uriOf(join(folder, path))) as [
      string,
      string,
    ];
    client.open(a, deck);
    const rules = (published: Published) => published.diagnostics.map((d) => d.code);
    const before = client.received.length;
    expect(rules(await client.published(a, 1))).not.toContain('ref/dangling-source');
    client.open(s, sources);
    client.change(s, sources.replace('brown2020', 'kaplan'), 2);
    expect(rules(await client.published(s, 2))).toContain('ref/unused-source');
    expect(rules(await client.published(a, 1))).toContain('ref/dangling-source');
    const [faded] = (await client.published(s, 2)).diagnostics;
    expect(faded.tags).toEqual([1]);
    client.notify('textDocument/didClose', { textDocument: { uri: s } });
    client.change(a, `${deck}\n`, 2);
    expect(rules(await client.published(a, 2))).not.toContain('ref/dangling-source');
    expect(client.received.length).toBeGreaterThan(before);
  });

  it('is what check finds in the file alone where there is no folder, and nothing in files of others', async () => {
    const folder = folderWith({ 'alone.yaml': broken, 'compose.yaml': 'services:\n  web: { image: x }\n' });
    const client = startServer();
    await client.initialize([]);
    const uri = uriOf(join(folder, 'alone.yaml'));
    client.open(uri, broken);
    expect(asPublished(await client.published(uri, 1))).toEqual(
      asFound(checkIn(folder, 'alone.yaml'), 'alone.yaml', folder),
    );
    const other = uriOf(join(folder, 'compose.yaml'));
    client.open(other, readFileSync(join(folder, 'compose.yaml'), 'utf8'));
    expect((await client.published(other, 1)).diagnostics).toEqual([]);
    client.open('untitled:Untitled-1', broken);
    expect((await client.published('untitled:Untitled-1', 1)).diagnostics.length).toBeGreaterThan(1);
  });

  it('is nothing in files that the bank excludes', async () => {
    const folder = folderWith({
      'bank/bank.yaml': 'check: { exclude: [drafts/] }\n',
      'bank/decks/a.yaml': broken,
      'bank/drafts/b.yaml': broken.replace('bpe-name', 'bpe-other'),
    });
    const client = await serverIn(folder);
    const [a, b] = ['bank/decks/a.yaml', 'bank/drafts/b.yaml'].map((path) => uriOf(join(folder, path))) as [
      string,
      string,
    ];
    client.open(b, readFileSync(join(folder, 'bank/drafts/b.yaml'), 'utf8'));
    client.open(a, broken);
    expect((await client.published(a, 1)).diagnostics.length).toBeGreaterThan(1);
    expect((await client.published(b, 1)).diagnostics).toEqual([]);
  });

  it('is of the newest text alone, however quickly the keys are pressed', async () => {
    const folder = folderWith({ 'questions/decks/a.yaml': sampleDeck });
    const client = await serverIn(folder);
    const uri = uriOf(join(folder, 'questions/decks/a.yaml'));
    client.open(uri, sampleDeck);
    for (let version = 2; version <= 40; version++) {
      const at = { line: 0, character: version === 2 ? 0 : version - 1 };
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text: version === 2 ? '# ' : 'x' }],
      });
    }
    await client.published(uri, 40);
    const versions = client.received.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' ? [params.version] : [],
    );
    expect(versions.at(-1)).toBe(40);
    expect(versions.length).toBeLessThan(5);
  });

  it('lives through half files, a folder that vanishes, and URIs that are no files', async () => {
    const folder = folderWith({ 'one/questions/a.yaml': sampleDeck, 'two/questions/b.yaml': broken });
    const client = startServer();
    await client.initialize(['one', 'two'].map((name) => uriOf(join(folder, name))));
    const [a, b] = ['one/questions/a.yaml', 'two/questions/b.yaml'].map((path) => join(folder, path)) as [
      string,
      string,
    ];
    client.open(uriOf(b), broken);
    expect((await client.published(uriOf(b), 1)).diagnostics.length).toBeGreaterThan(1);
    rmSync(join(folder, 'one'), { recursive: true });
    client.open(uriOf(a), sampleDeck);
    for (let end = 0; end <= sampleDeck.length; end += 97)
      client.change(uriOf(a), sampleDeck.slice(0, end), 2 + end);
    client.change(uriOf(a), '\u0000\ud800 {[}', 9000);
    await client.published(uriOf(a), 9000);
    for (const uri of ['file://elsewhere/x.yaml', 'http://example.org/a.yaml', 'nothing', ''])
      client.open(uri, sampleDeck);
    client.notify('textDocument/didChange', {});
    client.notify('textDocument/didClose', { textDocument: { uri: 'file:///never.yaml' } });
    const { result } = await client.request('textDocument/hover', {
      textDocument: { uri: 'file:///never.yaml' },
      position: { line: 3, character: 400 },
    });
    expect(result).toBeNull();
    client.change(uriOf(a), broken, 9001);
    expect((await client.published(uriOf(a), 9001)).diagnostics.length).toBeGreaterThan(1);
    expect(await client.end()).toBe(0);
    expect(client.stderr()).toBe('');
  });
});
