import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatCount } from '#core/base/format-count.ts';
import { isRecord } from '#core/base/is-record.ts';
import { readRefusal } from '../system/errno.ts';
import { toSlashes } from '../system/path-under.ts';
import { readRegular } from '../system/regular-file.ts';
import { UserError, type World } from '../system/world.ts';
import { writeOutput } from '../system/write-output.ts';
import { fingerprintsOf } from './formats/fingerprint.ts';

/** A finding that a bank had when `check` was adopted for it. */
interface KnownFinding {
  readonly fingerprint: string;
  readonly rule: string;
  /** From the folder of the baseline. */
  readonly path: string;
  readonly question?: string;
}

/** The findings that a baseline does not list, and how it compares with the bank. */
export interface AgainstBaseline {
  readonly fresh: readonly Diagnostic[];
  readonly known: number;
  /** A line on what it lists that is found no more. */
  readonly notice?: string;
}

/** What a baseline is compared with. */
interface Found {
  readonly findings: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

type Place = Pick<World, 'cwd' | 'env' | 'stdout'>;

/** Compares findings with a baseline; `update` makes it, or drops from it what is found no more, and adds nothing. */
export function compareWithBaseline(
  world: Place,
  file: string,
  found: Found,
  update: boolean,
): AgainstBaseline {
  const { findings } = found;
  const full = resolve(world.cwd, file);
  const named = nameFindings(found, full, world.cwd);
  const names = new Set(named.map(({ fingerprint }) => fingerprint));
  if (update && !existsSync(full)) {
    writeBaseline(world, file, named);
    return {
      fresh: [],
      known: findings.length,
      notice: `${file} has ${formatCount(named.length, 'finding')} now.`,
    };
  }
  const before = readBaseline(file, full);
  const listed = new Set(before.map(({ fingerprint }) => fingerprint));
  const gone = before.filter(({ fingerprint }) => !names.has(fingerprint)).length;
  const fresh = findings.filter((_, i) => !listed.has(named[i]?.fingerprint ?? ''));
  const known = findings.length - fresh.length;
  if (gone === 0) return { fresh, known };
  if (!update) return { fresh, known, notice: describeGone(file, gone, before.length) };
  writeBaseline(
    world,
    file,
    named.filter(({ fingerprint }) => listed.has(fingerprint)),
  );
  const left = `${file} has ${formatCount(known, 'finding')} now`;
  return { fresh, known, notice: `${left}; ${gone.toLocaleString('en')} fixed.` };
}

function describeGone(file: string, gone: number, all: number): string {
  const share = gone === all ? 'None of the' : `${gone.toLocaleString('en')} of the`;
  const found = `${share} ${formatCount(all, 'finding')} in ${file} ${gone === 1 ? 'is' : 'are'}`;
  return gone === all
    ? `${share} ${formatCount(all, 'finding')} in ${file} is found any more. If it is the baseline of this bank, drop them with --update-baseline.`
    : `${found} fixed. Drop ${gone === 1 ? 'it' : 'them'} with --update-baseline.`;
}

function nameFindings({ findings, texts }: Found, full: string, cwd: string): readonly KnownFinding[] {
  const nameOf = (path: string) => toSlashes(relative(dirname(full), resolve(cwd, path)));
  const names = fingerprintsOf(findings, texts, nameOf);
  return findings.map(({ rule, path, item }, i) => ({
    fingerprint: names[i] ?? '',
    rule,
    path: nameOf(path),
    ...(item === undefined ? {} : { question: item }),
  }));
}

const version = 1;

function readBaseline(file: string, full: string): readonly KnownFinding[] {
  const value = jsonIn(file, full);
  if (isRecord(value) && typeof value.version === 'number' && value.version > version)
    throw new UserError(`${file} was written by a newer llmquiz. Update llmquiz, or make the file again.`);
  const findings = isRecord(value) && value.version === version ? value.findings : undefined;
  if (!Array.isArray(findings) || !findings.every(isKnown))
    throw new UserError(`${file} is not a baseline. Delete it and make it again with --update-baseline.`);
  return findings;
}

function jsonIn(file: string, full: string): unknown {
  let text: string;
  try {
    text = readRegular(full).toString('utf8');
  } catch (error) {
    const hint = existsSync(full) ? '' : ' Make it with --update-baseline.';
    throw new UserError(`Cannot read the baseline ${file}: ${readRefusal(error)}.${hint}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isKnown = (value: unknown): value is KnownFinding =>
  isRecord(value) && ['fingerprint', 'rule', 'path'].every((field) => typeof value[field] === 'string');

/** Writes a baseline, a line each in a stable order: so that git shows what was mended, and merges it. */
function writeBaseline(world: Place, file: string, findings: readonly KnownFinding[]): void {
  const lines = findings
    .map(({ path, question, rule, fingerprint }) => JSON.stringify({ path, question, rule, fingerprint }))
    .sort();
  const list = lines.map((line) => `\n    ${line}`).join(',');
  writeOutput(
    world,
    file,
    `{\n  "version": ${version},\n  "findings": [${list}${list === '' ? '' : '\n  '}]\n}\n`,
    '--baseline',
  );
}
