import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { checkBank } from '#core/check/check.ts';
import { rules } from '#core/check/rules/index.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { plainPaint } from '#shell/page/paint.ts';
import type { Page, Report } from '#shell/report/formats/format.ts';

export const page: Page = { paint: plainPaint, columns: 0 };

const nothing: Report = {
  ...{ findings: [], allowed: [], rules, guessability: [], failOn: 'error', paths: [], texts: new Map() },
  ...{ counts: { files: 1, decks: 1, questions: 1 }, prefix: '', version: '1.2.3', homepage: undefined },
};

/** A report with a few things given. */
export const reportWith = (given: Partial<Report>): Report => ({ ...nothing, ...given });

/** The report on some files. */
export function reportOn(files: readonly BankFile[], given: Partial<Report> = {}): Report {
  const { diagnostics, allowed, all, located } = checkBank(files, { today: '2026-06-01' });
  return reportWith({
    ...{ findings: diagnostics, allowed, paths: files.map((f) => f.path) },
    texts: new Map(all.files.map((f) => [f.path, f.text])),
    counts: { files: files.length, decks: located.decks.length, questions: located.items.length },
    ...given,
  });
}

/** A finding on the first lines of a file. */
export function finding(given: Partial<Diagnostic> & { readonly severity?: Severity } = {}): Diagnostic {
  const at = { line: 2, column: 3, endLine: 2, endColumn: 6, start: 10, end: 13 };
  return { rule: 'item/clang', severity: 'warning', path: 'a.yaml', message: 'so it is', at, ...given };
}

/** What a terminal would obey or be misled by. */
export const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** A finding all of whose texts hold such characters. */
export const hostile = finding({
  ...{ path: 'a\u001b[2J\u202e.yaml', message: 'b\u001b[31m\u009b1m\r\n\u0007\ud800]]>\u0000' },
  ...{ item: 'c\u001b', fix: { title: 'd\u0008', edits: [{ start: 0, end: 1, text: '\u007f' }] } },
  related: [{ path: 'e\u001b', at: finding().at, message: 'f\u202e\u{e0041}' }],
});
