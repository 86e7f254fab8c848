import { Writable } from 'node:stream';
import * as lsp from 'vscode-languageserver/node.js';
import { loadLookUps } from '#core/check/load-look-ups.ts';
import { about } from '#shell/page/about.ts';
import { doorTo } from '#shell/page/door.ts';
import { reportLines } from '#shell/page/print.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { fixAll } from './actions.ts';
import { keepOrder } from './message-order.ts';
import { type EditorSession, openSession } from './session.ts';
import { findingsIn, toLsp } from './to-lsp.ts';
import { addAnswers, watchEditor } from './wiring.ts';

/** Serves an editor over standard input and output until it ends the session or goes away. */
export async function runServer(world: World): Promise<ExitCode> {
  if (world.stdin.isTTY === true)
    throw new UserError(
      '`llmquiz lsp` talks to an editor, not to a terminal. Let your editor start it: see docs/editor.md.',
    );
  const door = doorTo(world.stdout, world);
  const output = new Writable({
    write(chunk, _, done) {
      door.message(chunk);
      done();
    },
  });
  const writer = new lsp.StreamMessageWriter(output);
  const reader = keepOrder(new lsp.StreamMessageReader(world.stdin), writer);
  const connection = lsp.createProtocolConnection(reader, writer, silent);
  const lookUps = await loadLookUps();
  const session = openSession(world, lookUps, {
    found: (file, checked) =>
      void connection.sendNotification(lsp.PublishDiagnosticsNotification.type, {
        uri: file.uri,
        version: file.document.version,
        diagnostics: findingsIn(file, checked).map((one) =>
          toLsp(one, file, checked, session.files.values()),
        ),
      }),
    failed: (error) =>
      reportLines(world, [`llmquiz: This is a bug in llmquiz. Please report it: ${String(error)}`]),
  });
  const ended = lifeOf(connection, world, session);
  connection.listen();
  const code = await ended;
  session.end();
  connection.end();
  connection.dispose();
  world.stdin.destroy();
  return code;
}

const quiet = () => {};
const silent = { error: quiet, warn: quiet, info: quiet, log: quiet };

const capabilities: lsp.InitializeResult['capabilities'] = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: lsp.TextDocumentSyncKind.Incremental },
  codeActionProvider: { codeActionKinds: [lsp.CodeActionKind.QuickFix, fixAll], resolveProvider: true },
  completionProvider: { triggerCharacters: [':', ' ', '[', ',', '{', '/', '-'] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Follows a session from its beginning; the exit code of its end. */
function lifeOf(
  connection: lsp.ProtocolConnection,
  { stdin, stdout }: World,
  session: EditorSession,
): Promise<ExitCode> {
  let isShut = false;
  let watch: NodeJS.Timeout | undefined;
  return new Promise<ExitCode>((resolve) => {
    const end = () => {
      clearInterval(watch);
      resolve(isShut ? 0 : 1);
    };
    for (const event of ['end', 'close', 'error']) stdin.once(event, end);
    // An editor that is gone may leave one of the two open.
    for (const event of ['close', 'error']) stdout.once(event, end);
    connection.onNotification(lsp.ExitNotification.type, end);
    connection.onRequest(lsp.ShutdownRequest.type, () => {
      isShut = true;
    });
    connection.onRequest(lsp.InitializeRequest.type, (params) => {
      watch = watchParent(params.processId, end);
      watchEditor(connection, session, params);
      addAnswers(connection, session, params);
      return { capabilities, serverInfo: { name: 'llmquiz', version: about.version } };
    });
  });
}

/** Calls back when the process of the editor is gone, which may leave the pipes open. */
function watchParent(id: number | null, gone: () => void): NodeJS.Timeout | undefined {
  if (typeof id !== 'number') return undefined;
  return setInterval(() => {
    try {
      process.kill(id, 0);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') gone();
    }
  }, 3000).unref();
}
