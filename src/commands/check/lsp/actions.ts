import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node.js';
import type { Diagnostic, Edit } from '#core/base/diagnostic.ts';
import { finish, type Steps } from '#core/base/steps.ts';
import { applyFixes } from '#core/check/fix/apply-fixes.ts';
import { fixInSteps } from '#core/check/fix/fix-bank.ts';
import type { BankFile } from '#core/yaml/source.ts';
import type { Checked, ScopeChecker } from './checker.ts';
import { markIn, type OpenFile, rangeIn } from './open-files.ts';
import { shownPathOf } from './scope.ts';
import { findingsIn, toLsp } from './to-lsp.ts';

/** The kind of the action that makes all fixes of a file. */
export const fixAll = `${CodeActionKind.SourceFixAll}.llmquiz`;

/** Returns the fixes of the findings in a range, one action each. */
export function fixesIn(
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  file: OpenFile,
  checked: Checked,
): readonly CodeAction[] {
  if (!isKindWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { document } = file;
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const mark = markIn(document);
  const near = findingsIn(file, checked).filter(
    ({ at, fix }) => fix !== undefined && at.start + mark <= to && at.end + mark >= from,
  );
  return near.flatMap((finding) => {
    const { made, edits } = applyFixes(fileOf(file, checked), [finding]);
    if (made.length === 0 || finding.rule === 'text/bom') return [];
    return {
      title: `${titleOf(finding)} (${finding.rule})`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toLsp(finding, file, checked, [])],
      isPreferred: true,
      edit: editOf(file, toTextEdits(file, edits)),
    };
  });
}

/** Whether a client that asks for some kinds of actions wants this one: a kind stands for those under it. */
export const isKindWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));

/** Returns all fixes of a file, as `check --fix` would make them; undefined if there are none. */
export function fixWhole(
  file: OpenFile,
  checked: Checked,
  checker: Pick<ScopeChecker, 'recheck'>,
): WorkspaceEdit | undefined {
  const { path } = fileOf(file, checked);
  const files = checked.read.files.map((one) => (one.path === path ? fileOf(file, checked) : one));
  const [fixed] = finish(fixInSteps(files, (now) => checkOwn(now, path, checked, checker)));
  if (fixed === undefined || fixed.changes.length === 0) return undefined;
  const { document } = file;
  const edits = fixed.changes.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return editOf(file, edits);
}

/** Only the file itself is fixed. */
function* checkOwn(
  now: readonly BankFile[],
  path: string,
  checked: Checked,
  { recheck }: Pick<ScopeChecker, 'recheck'>,
): Steps<{ readonly diagnostics: readonly Diagnostic[] }> {
  const { diagnostics } = yield* recheck(checked, now);
  return { diagnostics: diagnostics.filter((finding) => finding.path === path) };
}

const fileOf = ({ uri, file, document }: OpenFile, { scope }: Checked): BankFile => ({
  path: shownPathOf({ uri, file }, scope.cwd),
  text: document.getText(),
});

/** Edits of a text whose offsets do not count a byte order mark. */
const toTextEdits = ({ document }: OpenFile, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.text }));

/** The version lets the editor refuse edits of a text that has changed meanwhile. */
const editOf = ({ uri, document: { version } }: OpenFile, edits: TextEdit[]): WorkspaceEdit => ({
  documentChanges: [{ textDocument: { uri, version }, edits }],
});

const titleOf = ({ fix }: Diagnostic) => {
  const title = fix?.title ?? '';
  return title.charAt(0).toUpperCase() + title.slice(1);
};
