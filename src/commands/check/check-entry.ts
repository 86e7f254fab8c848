import type { Diagnostic } from '#core/base/diagnostic.ts';
import { ownChecksIn } from '#core/check/bank-checks.ts';
import { loadLookUps } from '#core/check/load-look-ups.ts';
import { rules } from '#core/check/rules/index.ts';
import { withSeverities } from '#core/check/selection.ts';
import { stripMark } from '#core/yaml/source.ts';
import { about } from '#shell/page/about.ts';
import { watchProgress } from '#shell/page/progress.ts';
import { printReport, rootPrefixOf } from '#shell/report/print-report.ts';
import type { World } from '#shell/system/world.ts';
import { type CheckedFiles, checkFiles, progressWords } from './check-or-reuse.ts';
import { checkOptionsOf, failingFrom } from './options.ts';

/** A stretch of one of the files that are checked. */
export interface CheckedStretch {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Checks a bank and prints the findings that lie in a stretch of it, or tell of something in it; returns them. */
export async function checkEntry(
  world: World,
  checked: CheckedFiles,
  stretch: CheckedStretch,
): Promise<readonly Diagnostic[]> {
  const { checks: flags } = ownChecksIn(checked.files, checked.companions);
  const how = { ...checkOptionsOf(world, flags), lookUps: await loadLookUps() };
  const {
    diagnostics: found,
    allowed,
    located,
  } = await watchProgress(checkFiles(checked, how), progressWords, world);
  const findings = withSeverities(found, how.severities).filter(
    (finding) =>
      isWithin(finding, stretch) || (finding.related ?? []).some((place) => isWithin(place, stretch)),
  );
  if (findings.length === 0) return findings;
  const { files, companions } = checked;
  await printReport(
    world,
    {
      findings,
      allowed,
      rules: rules.filter(how.wanted),
      counts: { files: 1, decks: located.decks.length, questions: located.items.length },
      guessability: [],
      failOn: failingFrom(findings, flags),
      paths: [stretch.path],
      texts: new Map([...files, ...companions].map(({ path, text }) => [path, stripMark(text)])),
      prefix: rootPrefixOf(world),
      ...about,
    },
    { format: undefined },
  );
  return findings;
}

const isWithin = ({ path, at }: Pick<Diagnostic, 'path' | 'at'>, stretch: CheckedStretch) =>
  path === stretch.path && at.start >= stretch.start && at.start < stretch.end;
