import * as lsp from 'vscode-languageserver/node.js';
import { completionsAt, definitionsAt, explainAt, findFixes, makeFix, symbolsIn } from './answers.ts';
import { fileOf } from './open-files.ts';
import type { EditorSession } from './session.ts';

type Client = lsp.InitializeParams;

/** Follows what the editor opens, changes and closes, its folders, and the files that others change. */
export function watchEditor(
  connection: lsp.ProtocolConnection,
  session: EditorSession,
  client: Client,
): void {
  const folders = new Set(foldersOf(client));
  session.look([...folders]);
  connection.onNotification(lsp.DidOpenTextDocumentNotification.type, ({ textDocument }) =>
    session.open(textDocument),
  );
  connection.onNotification(
    lsp.DidChangeTextDocumentNotification.type,
    ({ textDocument: { uri, version }, contentChanges }) => session.change(uri, version, contentChanges),
  );
  connection.onNotification(lsp.DidCloseTextDocumentNotification.type, ({ textDocument: { uri } }) => {
    session.close(uri);
    void connection.sendNotification(lsp.PublishDiagnosticsNotification.type, { uri, diagnostics: [] });
  });
  connection.onNotification(lsp.DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    for (const { uri } of event.removed) folders.delete(fileOf(uri) ?? '');
    for (const { uri } of event.added) folders.add(fileOf(uri) ?? '');
    folders.delete('');
    session.look([...folders]);
  });
  connection.onNotification(lsp.DidChangeWatchedFilesNotification.type, () => session.look([...folders]));
  if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  connection.onNotification(lsp.InitializedNotification.type, () => {
    void connection.sendRequest(lsp.RegistrationRequest.type, { registrations: [watched] }).catch(() => {});
  });
}

const watched: lsp.Registration = {
  id: 'bank-files',
  method: lsp.DidChangeWatchedFilesNotification.method,
  registerOptions: { watchers: [{ globPattern: '**/*.{yaml,yml}' }] },
};

function foldersOf({ workspaceFolders, rootUri, rootPath }: Client): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  const folders = uris.flatMap((uri) => fileOf(uri) ?? []);
  return folders.length === 0 && typeof rootPath === 'string' ? [rootPath] : folders;
}

/** Answers what the editor asks about open files. */
export function addAnswers(connection: lsp.ProtocolConnection, session: EditorSession, client: Client): void {
  const isLazy =
    client.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  connection.onRequest(lsp.CodeActionRequest.type, async (params) => [
    ...(await findFixes(params, session, isLazy)),
  ]);
  connection.onRequest(lsp.CodeActionResolveRequest.type, (action) => makeFix(action, session));
  connection.onRequest(
    lsp.HoverRequest.type,
    async ({ textDocument, position }) => (await explainAt(textDocument.uri, position, session)) ?? null,
  );
  connection.onRequest(lsp.CompletionRequest.type, ({ textDocument, position }) => [
    ...completionsAt(textDocument.uri, position, session),
  ]);
  connection.onRequest(lsp.DefinitionRequest.type, async ({ textDocument, position }) => [
    ...(await definitionsAt(textDocument.uri, position, session)),
  ]);
  connection.onRequest(lsp.DocumentSymbolRequest.type, async ({ textDocument }) => [
    ...(await symbolsIn(textDocument.uri, session)),
  ]);
}
