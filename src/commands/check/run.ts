import { findNearest } from '#core/base/nearest.ts';
import { bankChecksIn } from '#core/check/bank-checks.ts';
import { rules } from '#core/check/rules/index.ts';
import { stripMark } from '#core/yaml/source.ts';
import { readNamedFiles } from '#shell/bank/named-files.ts';
import { about } from '#shell/page/about.ts';
import type { Format, Report } from '#shell/report/formats/format.ts';
import { formats } from '#shell/report/formats/index.ts';
import { printReport, rootPrefixOf } from '#shell/report/print-report.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { type CheckedFiles, checkFiles, checkOrReuse } from './check-or-reuse.ts';
import type { CheckFlags } from './flags.ts';
import { checkOptionsOf, exitCodeFor, failingFrom, type HowToCheck, refuseUnknownRules } from './options.ts';
import { explainRule, listRules } from './rules.ts';

/** Checks the given paths and prints the report; or lists or explains rules. */
export async function runCheck(world: World, paths: readonly string[], told: CheckFlags): Promise<ExitCode> {
  const format = formatOf(told);
  refuseOutput(told);
  if (told.listRules === true) return listRules(world, format?.name);
  if (told.explain !== undefined) return explainRule(world, told.explain);
  refuseUnknownRules(told);
  const { stdin, named, places, ...read } = await readNamedFiles(world, paths, told.stdinFilename);
  const flags: CheckFlags = { ...bankChecksIn(read.files, read.companions), ...told };
  const how = checkOptionsOf(world, flags);
  const checked: CheckedFiles = { ...read, before: await filesSince(world, named, flags.since) };
  let { files } = checked;
  if (flags.fix || flags.diff) {
    const { fixFiles } = await import('./fix-files.ts');
    const check = (now: typeof files) => checkFiles({ ...checked, files: now }, how);
    const fixed = await fixFiles(world, files, check, {
      diff: flags.diff === true,
      verdict: (left) => exitCodeFor(left, flags),
      places,
      ...(stdin === undefined ? {} : { stdin }),
    });
    if (fixed.code !== undefined) return fixed.code;
    files = fixed.files;
  }
  const report = await reportOn(world, { ...checked, files }, how, flags);
  await printReport(world, report, { ...flags, format });
  return exitCodeFor(report.findings, flags);
}

/** Reads the bank's files as they were at a git ref, if one was given. */
async function filesSince(world: World, named: readonly string[], ref: string | undefined) {
  if (ref === undefined) return undefined;
  const { readGitFiles } = await import('#shell/bank/git-files.ts');
  return readGitFiles(named, world, ref);
}

async function reportOn(
  world: World,
  checked: CheckedFiles,
  how: HowToCheck,
  flags: CheckFlags,
): Promise<Report> {
  const { diagnostics, decks, questions, ...judged } = await checkOrReuse(world, checked, how, flags);
  const { files, companions } = checked;
  const paths = files.map(({ path }) => path);
  const own = new Set(paths);
  const findings = diagnostics.filter(({ path }) => own.has(path));
  return {
    findings,
    ...judged,
    allowed: judged.allowed.filter(({ finding }) => own.has(finding.path)),
    rules: rules.filter(how.wanted),
    counts: { files: files.length, decks, questions },
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
