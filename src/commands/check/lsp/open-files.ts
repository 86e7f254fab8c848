import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place } from '#core/base/diagnostic.ts';
import { type Buffer, type Scope, scopeOf, shownPathOf } from './scope.ts';

/** A file that is open in the editor. */
export interface OpenFile {
  readonly uri: string;
  readonly file: string | undefined;
  readonly document: TextDocument;
  readonly scope: Scope;
}

/** Opens a file with its text; a URI that names no file of this machine is one that lies nowhere. */
export function openFile(
  {
    uri,
    languageId,
    version,
    text,
  }: { readonly [K in 'uri' | 'languageId' | 'text']: string } & {
    readonly version: number;
  },
  folders: readonly string[],
): OpenFile {
  const file = fileOf(uri);
  const document = TextDocument.create(uri, languageId, version, text);
  return { uri, file, document, scope: scopeOf({ uri, file }, folders) };
}

/** Returns the full path that a URI names; undefined if it is not one of a file here. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? resolve(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns an open file with its text of this moment. */
export const bufferOf = ({ uri, file, document }: OpenFile): Buffer => ({
  uri,
  file,
  text: document.getText(),
});

/** Returns the stretch of a document that a finding means: its offsets do not count a byte order mark. */
export function rangeIn(document: TextDocument, { start, end }: Pick<Place, 'start' | 'end'>): Range {
  const mark = markIn(document);
  return { start: document.positionAt(start + mark), end: document.positionAt(end + mark) };
}

/** Returns how far offsets of a document are from those of findings. */
export const markIn = (document: TextDocument): number => (document.getText().startsWith('\ufeff') ? 1 : 0);

/** Returns where a place in some file of a scope is, be the file open or not. */
export function locationOf(
  path: string,
  at: Place,
  { cwd }: Scope,
  open: Iterable<OpenFile>,
): { readonly uri: string; readonly range: Range } {
  for (const one of open)
    if (shownPathOf(one, cwd) === path) return { uri: one.uri, range: rangeIn(one.document, at) };
  return {
    uri: pathToFileURL(resolve(cwd, path)).href,
    range: {
      start: { line: at.line - 1, character: at.column - 1 },
      end: { line: at.endLine - 1, character: at.endColumn - 1 },
    },
  };
}
