import { findNearest } from '#core/base/nearest.ts';
import { ownChecksIn } from '#core/check/bank-checks.ts';
import { makeReuse, type Reuse } from '#core/check/reuse.ts';
import { rules } from '#core/check/rules/index.ts';
import { withSeverities } from '#core/check/selection.ts';
import { stripMark } from '#core/yaml/source.ts';
import { reportForeign } from '#shell/bank/bank-files.ts';
import { dropExcluded } from '#shell/bank/exclude-files.ts';
import { readNamedFiles } from '#shell/bank/named-files.ts';
import { about } from '#shell/page/about.ts';
import { reportLines } from '#shell/page/print.ts';
import type { Format, Report } from '#shell/report/formats/format.ts';
import { formats } from '#shell/report/formats/index.ts';
import { printReport, rootPrefixOf } from '#shell/report/print-report.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { type CheckedFiles, checkFiles, checkOrReuse } from './check-or-reuse.ts';
import type { CheckFlags } from './flags.ts';
import { checkOptionsOf, exitCodeFor, failingFrom, type HowToCheck, refuseUnknownRules } from './options.ts';
import { explainRule, listRules } from './rules.ts';
import { type BankLook, refuseWithWatch } from './watch-refusal.ts';

/** Checks the given paths and prints the report; or lists or explains rules. */
export async function runCheck(world: World, paths: readonly string[], told: CheckFlags): Promise<ExitCode> {
  const format = formatOf(told);
  refuseOutput(told);
  if (told.updateBaseline && told.baseline === undefined)
    throw new UserError('--update-baseline needs the file to update. Add --baseline FILE.');
  refuseWithWatch(told, paths, format);
  if (told.listRules === true) return listRules(world, format?.name);
  if (told.explain !== undefined) return explainRule(world, told.explain);
  refuseUnknownRules(told);
  if (told.watch === true) {
    const { watchCheck } = await import('./watch.ts');
    const reuseFor = keepReuse();
    return watchCheck(world, format, (here) => lookOnce(here, paths, told, reuseFor));
  }
  const { stdin, named, places, flags, how, checked } = await prepare(world, paths, told);
  let { files } = checked;
  if (flags.fix || flags.diff) {
    const { fixFiles } = await import('./fix-files.ts');
    const check = (now: typeof files) => checkFiles({ ...checked, files: now }, how);
    const fixed = await fixFiles(world, files, check, {
      diff: flags.diff === true,
      verdict: (left) => exitCodeFor(withSeverities(left, how.severities), flags),
      places,
      ...(stdin === undefined ? {} : { stdin }),
    });
    if (fixed.code !== undefined) return fixed.code;
    files = fixed.files;
  }
  const whole = await reportOn(world, { ...checked, files }, how, flags);
  const report = await narrowed(world, whole, { ...checked, files }, named, flags);
  await printReport(world, report, { ...flags, format });
  return exitCodeFor(report.findings, flags);
}

/** Reads what is to be checked, and works out how. */
async function prepare(world: World, paths: readonly string[], told: CheckFlags) {
  const { stdin, named, places, ...all } = await readNamedFiles(world, paths, told.stdinFilename);
  const own = ownChecksIn(all.files, all.companions);
  const flags: CheckFlags = { ...own.checks, ...told };
  const { exclude } = told;
  const read = dropExcluded(all, { named, own, ...(exclude && { told: exclude }) }, world);
  const before = await filesSince(world, named, flags.since);
  const checked: CheckedFiles = { ...read, before };
  return { stdin, named, places, flags, how: checkOptionsOf(world, flags), checked };
}

/** What checks with the same options need not do twice; with others, all is done again. */
function keepReuse(): (how: HowToCheck) => Reuse {
  let kept: { readonly options: string; readonly reuse: Reuse } | undefined;
  return ({ wanted, ...how }) => {
    const options = JSON.stringify([how, rules.filter(wanted).map(({ id }) => id)]);
    if (kept?.options !== options) kept = { options, reuse: makeReuse() };
    return kept.reuse;
  };
}

/** Checks the given paths as they are now. */
async function lookOnce(
  world: World,
  paths: readonly string[],
  told: CheckFlags,
  reuseFor: (how: HowToCheck) => Reuse,
): Promise<BankLook> {
  const { named, flags, how, checked } = await prepare(world, paths, { ...told, cache: false });
  const reuse = reuseFor(how);
  const whole = await reportOn(world, checked, { ...how, reuse }, flags);
  reuse.forget();
  return { named, report: await narrowed(world, whole, checked, named, flags) };
}

/** The report without findings in what was not changed, and without those that the baseline lists. */
async function narrowed(
  world: World,
  report: Report,
  { files, companions }: CheckedFiles,
  named: readonly string[],
  { changed, baseline, updateBaseline = false, ...flags }: CheckFlags,
): Promise<Report> {
  let { findings, hidden = {} } = report;
  if (baseline !== undefined) {
    const { compareWithBaseline } = await import('#shell/report/baseline.ts');
    const { fresh, known, notice } = compareWithBaseline(world, baseline, report, updateBaseline);
    [findings, hidden] = [fresh, { ...hidden, known }];
    if (notice !== undefined) reportLines(world, [`llmquiz: ${notice}`]);
  }
  if (changed !== undefined) {
    const before = await filesSince(world, named, changed, '--changed');
    const { touchedBy } = await import('#core/check/since/touched.ts');
    const touched = findings.filter(touchedBy(before ?? [], [...files, ...companions]));
    [findings, hidden] = [touched, { ...hidden, unchanged: findings.length - touched.length }];
  }
  return findings === report.findings
    ? report
    : { ...report, findings, hidden, failOn: failingFrom(findings, flags) };
}

/** Reads the bank's files as they were at a git ref, if one was given. */
async function filesSince(
  world: World,
  named: readonly string[],
  ref: string | undefined,
  option = '--since',
) {
  if (ref === undefined) return undefined;
  const { readGitFiles } = await import('#shell/bank/git-files.ts');
  return readGitFiles(named, world, ref, option);
}

async function reportOn(
  world: World,
  checked: CheckedFiles,
  how: HowToCheck,
  flags: CheckFlags,
): Promise<Report> {
  const { diagnostics, foreign, decks, questions, notLookedUp, ...judged } = await checkOrReuse(
    world,
    checked,
    how,
    flags,
  );
  reportForeign(foreign, world);
  if (notLookedUp.length > 0)
    reportLines(world, [
      `llmquiz: Not looked up: ${notLookedUp.join('; ')}. To check them, pass the folder of the bank.`,
    ]);
  const { files, companions } = checked;
  const paths = files.flatMap(({ path }) => (foreign.includes(path) ? [] : [path]));
  const own = new Set(paths);
  const findings = diagnostics.filter(({ path }) => own.has(path));
  return {
    findings,
    ...judged,
    allowed: judged.allowed.filter(({ finding }) => own.has(finding.path)),
    rules: rules.filter(how.wanted),
    counts: { files: paths.length, decks, questions },
    failOn: failingFrom(findings, flags),
    paths,
    texts: new Map([...files, ...companions].map(({ path, text }) => [path, stripMark(text)])),
    prefix: rootPrefixOf(world),
    ...about,
  };
}

function refuseOutput({ output, listRules, explain, diff }: CheckFlags): void {
  if (output === undefined) return;
  const other = Object.entries({ '--list-rules': listRules, '--explain': explain, '--diff': diff }).find(
    ([, value]) => value !== undefined,
  );
  if (other !== undefined)
    throw new UserError(
      `--output cannot be used with ${other[0]}. Redirect the output instead: \`${other[0]} > FILE\`.`,
    );
}

function formatOf({ format: name, statistics }: CheckFlags): Format | undefined {
  if (name === undefined) return undefined;
  const format = formats.find((f) => f.name === name);
  const names = formats.map((f) => f.name);
  if (format === undefined) {
    const meant = findNearest(name, names);
    const choices = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
    const hint = meant === undefined ? `Choose ${choices}.` : `Did you mean ${meant}?`;
    throw new UserError(`Unknown format \`${name}\`. ${hint}`);
  }
  if (statistics === true && !['pretty', 'concise', 'json'].includes(name))
    throw new UserError(`--statistics cannot be used with --format ${name}. Use pretty, concise or json.`);
  return format;
}
