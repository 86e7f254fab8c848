import type { Diagnostic } from '#core/base/diagnostic.ts';
import { toIso } from '#core/base/instant.ts';
import { doorTo } from '../page/door.ts';
import { paintFor } from '../page/paint.ts';
import { columnsOf } from '../page/print.ts';
import type { World } from '../system/world.ts';
import { closingTextOf, neutraliseText } from './formats/closing.ts';
import { concise } from './formats/concise.ts';
import { fingerprintsOf } from './formats/fingerprint.ts';
import type { Format, Page, Report } from './formats/format.ts';
import { pretty } from './formats/pretty.ts';

/** What became of the findings of a bank between two checks. */
interface Change {
  readonly fresh: readonly Diagnostic[];
  readonly gone: readonly Diagnostic[];
  /** Those that were not looked for, because something cannot be read. */
  readonly hidden: readonly Diagnostic[];
}

type Place = Pick<World, 'env' | 'stdout' | 'now' | 'calledAs'>;

/** The most findings that are named one by one when they are gone. */
const mostNamed = 5;

/**
 * Prints the findings that were not there at the check before, names those that are gone, and sums up what there is now. Returns the report
 * to compare with next.
 */
export async function printChange(
  world: Place,
  before: Report,
  report: Report,
  format: Format | undefined,
): Promise<Report> {
  const page: Page = { paint: await paintFor(world), columns: columnsOf(world.stdout) };
  const { fresh, gone, hidden } = compareReports(before, report);
  const { print } = format ?? (page.columns > 0 ? pretty : concise);
  const door = doorTo(world.stdout, world);
  if (fresh.length > 0) door.page(print({ ...report, findings: fresh }, page));
  for (const { path, rule, message } of gone.slice(0, mostNamed))
    door.page(`gone: ${neutraliseText(path)}: ${neutraliseText(message)} [${rule}]\n`);
  if (gone.length > mostNamed) door.page(`gone: ${gone.length - mostNamed} more\n`);
  const counts = [
    ...(fresh.length > 0 ? [`${fresh.length} new`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone`] : []),
  ];
  const said = counts.length === 0 ? 'nothing new' : counts.join(', ');
  door.page(
    `${toIso(world.now()).slice(11, 19)}  ${said}; ${closingTextOf(report, { ...page, columns: 0 })}`,
  );
  return { ...report, findings: [...report.findings, ...hidden] };
}

/** The findings of one report that are not in another, both ways; where one took the place of another in a question, it alone counts. */
function compareReports(before: Report, report: Report): Change {
  const [old, now] = [before, report].map(({ findings, texts }) => fingerprintsOf(findings, texts));
  const [had, has] = [new Set(old), new Set(now)];
  const fresh = report.findings.filter((_, i) => !had.has(now?.[i] ?? ''));
  const places = new Set(fresh.map(placeOf));
  const missing = before.findings.filter(
    (finding, i) => !has.has(old?.[i] ?? '') && !places.has(placeOf(finding)),
  );
  const isDamaged = report.findings.some(({ rule, severity }) => severity === 'error' && damage.test(rule));
  // While a question cannot be read it is unknown what it refers to: findings elsewhere that depend on it are not looked for.
  const isHidden = ({ path }: Diagnostic) => isDamaged && before.texts.get(path) === report.texts.get(path);
  return { fresh, gone: missing.filter((f) => !isHidden(f)), hidden: missing.filter(isHidden) };
}

const damage = /^(?:yaml|schema)\//;

const placeOf = ({ rule, path, item }: Diagnostic) => `${rule} ${item ?? path}`;
