import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { builtProgram } from '../../../program.ts';

/** A message as it comes: of a request, an answer or a notification. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what is in it is for each test to say.
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What a server publishes for one file. */
export interface Published {
  readonly uri: string;
  readonly version?: number;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly diagnostics: readonly any[];
}

/** An editor that has started the real program. */
export interface Client {
  /** Everything that was received, in order. */
  readonly received: readonly Message[];
  request(method: string, params?: unknown): Promise<Message>;
  notify(method: string, params?: unknown): void;
  /** Sends bytes as they are. */
  raw(bytes: string | Buffer): void;
  /** Begins a session in some folders. */
  initialize(folders: readonly string[], capabilities?: object): Promise<Message>;
  open(uri: string, text: string, version?: number): void;
  /** Replaces the whole text. */
  change(uri: string, text: string, version: number): void;
  /** Waits for what is published for a version of a file. */
  published(uri: string, version: number): Promise<Published>;
  /** Ends the session as the protocol has it; the exit code. */
  end(): Promise<number | null>;
  readonly child: ChildProcess;
  readonly exited: Promise<readonly [number | null, NodeJS.Signals | null]>;
  stderr(): string;
}

/** Starts `llmquiz lsp`, which is ended with the test. */
export function startServer(...args: readonly string[]): Client {
  const child = spawn(process.execPath, [builtProgram.script, 'lsp', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const exited = once(child, 'exit') as unknown as Client['exited'];
  const received: Message[] = [];
  let [err, rest, last] = ['', Buffer.alloc(0), 0];
  const wakers = new Set<() => void>();
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1) break;
      const head = rest.subarray(0, end).toString();
      const length = /^Content-Length: (\d+)$/.exec(head)?.[1];
      // Whatever is no protocol on standard output would end the session of a real editor.
      if (length === undefined) throw new Error(`no protocol on standard output: ${head}`);
      const from = end + 4;
      if (rest.length < from + Number(length)) break;
      received.push(JSON.parse(rest.subarray(from, from + Number(length)).toString()));
      rest = rest.subarray(from + Number(length));
    }
    for (const wake of wakers) wake();
  });
  const waitFor = async (isIt: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = received.findLast(isIt);
      if (found !== undefined) return found;
      await Promise.race([
        new Promise<void>((resolve) => wakers.add(resolve)),
        exited.then(([code]) => {
          throw new Error(`the server ended with ${code}: ${err}`);
        }),
      ]);
    }
  };
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const client: Client = {
    received,
    child,
    exited,
    stderr: () => err,
    async request(method, params) {
      const id = ++last;
      send({ id, method, ...(params === undefined ? {} : { params }) });
      return waitFor((m) => m.id === id && m.method === undefined);
    },
    notify: (method, params) => send({ method, ...(params === undefined ? {} : { params }) }),
    raw: (bytes) => void child.stdin.write(bytes),
    async initialize(folders, capabilities = {}) {
      const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
      const answer = await client.request('initialize', {
        processId: process.pid,
        capabilities,
        workspaceFolders,
      });
      client.notify('initialized', {});
      return answer;
    },
    open: (uri, text, version = 1) =>
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } }),
    change: (uri, text, version) =>
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    async published(uri, version) {
      const { params } = await waitFor(
        (m) =>
          m.method === 'textDocument/publishDiagnostics' &&
          m.params.uri === uri &&
          m.params.version === version,
      );
      return params;
    },
    async end() {
      await client.request('shutdown');
      client.notify('exit');
      return (await exited)[0];
    },
  };
  return client;
}
