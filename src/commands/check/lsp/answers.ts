import {
  type CodeAction,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type Hover,
  type Location,
  type Position,
  SymbolKind,
} from 'vscode-languageserver/node.js';
import type { Place } from '#core/base/diagnostic.ts';
import { type Candidate, completeAt } from '#core/check/editing/complete.ts';
import { findNameAt } from '#core/check/editing/targets.ts';
import { fixAll, fixesIn, fixWhole, isKindWanted } from './actions.ts';
import { describeRule } from './explain.ts';
import { locationOf, markIn, type OpenFile, rangeIn } from './open-files.ts';
import { shownPathOf } from './scope.ts';
import type { EditorSession } from './session.ts';
import { findingsIn } from './to-lsp.ts';

/** Returns the fixes that are offered in a range; `isLazy` if the editor asks later for what fixing everything would change. */
export async function findFixes(
  { textDocument: { uri }, ...asked }: CodeActionParams,
  session: EditorSession,
  isLazy: boolean,
): Promise<readonly CodeAction[]> {
  const checked = await session.resultOf(uri);
  const file = session.files.get(uri);
  if (checked === undefined || file === undefined) return [];
  const { only } = asked.context;
  const fixes = fixesIn(asked, file, checked);
  const isAsked = isKindWanted(fixAll, only) && (isLazy || only !== undefined);
  if (!isAsked || !findingsIn(file, checked).some(({ fix }) => fix !== undefined)) return fixes;
  const whole: CodeAction = { title: 'Fix everything llmquiz can fix in this file', kind: fixAll, data: uri };
  if (isLazy) return [...fixes, whole];
  const edit = fixWhole(file, checked, session.checker);
  return edit === undefined ? fixes : [...fixes, { ...whole, edit }];
}

/** Returns an action with what it would change. */
export async function makeFix(action: CodeAction, session: EditorSession): Promise<CodeAction> {
  const uri = typeof action.data === 'string' ? action.data : '';
  const checked = await session.resultOf(uri);
  const file = session.files.get(uri);
  const edit = file && checked && fixWhole(file, checked, session.checker);
  return { ...action, edit: edit ?? { documentChanges: [] } };
}

/** Returns what the rules say whose findings are at a position, or what the name there names. */
export async function explainAt(
  uri: string,
  at: Position,
  session: EditorSession,
): Promise<Hover | undefined> {
  const checked = await session.resultOf(uri);
  const file = session.files.get(uri);
  if (checked === undefined || file === undefined) return undefined;
  const mark = markIn(file.document);
  const offset = file.document.offsetAt(at) - mark;
  const own = findingsIn(file, checked).filter((f) => f.at.start <= offset && offset <= f.at.end);
  const found = findNameAt(sourceOf(file, session), offset, checked.all);
  const named = found && (describeRule(found.name) ?? found.known[0]?.about);
  const texts = [
    ...new Set([...(named ? [named] : []), ...own.flatMap(({ rule }) => describeRule(rule) ?? [])]),
  ];
  const place: Pick<Place, 'start' | 'end'> | undefined = named ? found.at : own[0]?.at;
  if (texts.length === 0 || place === undefined) return undefined;
  return {
    contents: { kind: 'markdown', value: texts.join('\n\n---\n\n') },
    range: rangeIn(file.document, place),
  };
}

const completionKinds: Readonly<Record<Candidate['sort'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  choice: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
};

/** Returns what may be typed at a position. It does not wait for a check: names hardly change from one key press to the next. */
export function completionsAt(uri: string, at: Position, session: EditorSession): readonly CompletionItem[] {
  const file = session.files.get(uri);
  const checked = session.lastOf(uri);
  if (file === undefined) return [];
  const { document } = file;
  const mark = markIn(document);
  return completeAt(sourceOf(file, session), document.offsetAt(at) - mark, checked?.all).map(
    ({ label, sort, about, isFirst, edit }): CompletionItem => ({
      label,
      kind: completionKinds[sort],
      detail: about,
      sortText: `${isFirst ? 0 : 1}${label}`,
      filterText: document.getText(rangeIn(document, { start: edit.start, end: edit.start })) + edit.text,
      textEdit: { range: rangeIn(document, edit), newText: edit.text },
    }),
  );
}

/** Returns where the thing stands that the name at a position names. */
export async function definitionsAt(
  uri: string,
  at: Position,
  session: EditorSession,
): Promise<readonly Location[]> {
  const checked = await session.resultOf(uri);
  const file = session.files.get(uri);
  if (checked === undefined || file === undefined) return [];
  const offset = file.document.offsetAt(at) - markIn(file.document);
  const found = findNameAt(sourceOf(file, session), offset, checked.all);
  return (found?.known ?? []).flatMap(({ path, place }) =>
    path === undefined || place === undefined
      ? []
      : [locationOf(path, place(), checked.scope, session.files.values())],
  );
}

/** Returns the questions of a deck, or the notes of a file of notes. */
export async function symbolsIn(uri: string, session: EditorSession): Promise<readonly DocumentSymbol[]> {
  const checked = await session.resultOf(uri);
  const file = session.files.get(uri);
  if (checked === undefined || file === undefined) return [];
  const path = shownPathOf(file, checked.scope.cwd);
  return checked.all.ids
    .filter(({ source }) => source.path === path)
    .map(({ id, source, path: where, place }) => ({
      name: id === '' ? '?' : id,
      kind: SymbolKind.Object,
      range: rangeIn(file.document, source.place(where)),
      selectionRange: rangeIn(file.document, place()),
    }));
}

function sourceOf(file: OpenFile, { checker }: EditorSession) {
  const path = shownPathOf(file, file.scope.cwd);
  return checker.sourceOf(file.scope, { path, text: file.document.getText() });
}
