import { readBank } from '#core/bank/read-bank.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { checkBank, readBase } from '#core/check/check.ts';
import { rules } from '#core/check/rules/index.ts';
import { dropOverlong } from '#core/check/rules/schema/overlong.ts';
import type { BankFile } from '#core/yaml/source.ts';
import type { Family } from './banks.ts';
import { type Growth, growthOf, limit } from './growth.ts';

/** A bank that takes as long is the last of its family. */
const mostMs = 1500;

/** What is around the rules is the same for every family: one of so many is enough to see how it grows. */
const oneOf = 8;
let families = 0;

/** How the time of reading a growing bank, of each rule on it and of all that is around them grows. */
export function growRules({ name, files, sizes, base = files }: Family): readonly Growth[] {
  const withRest = families++ % oneOf === 0;
  const times = new Map<string, Map<number, number>>();
  const measured: number[] = [];
  const measure = (size: number) => {
    const parts = timesOf(files(size), base(size), withRest);
    for (const [part, ms] of parts) {
      const known = times.get(part) ?? new Map<number, number>();
      times.set(part, known.set(size, Math.min(ms, known.get(size) ?? Number.POSITIVE_INFINITY)));
    }
    return [...parts.values()].reduce((sum, ms) => sum + ms, 0);
  };
  for (let size = sizes.from; size <= sizes.to; size *= 2) {
    measured.push(size);
    if (measure(size) > mostMs) break;
  }
  const growths = () => [...times].map(([part, ms]) => growthOf(`${part}: ${name}`, [...ms]));
  for (let again = 0; again < 3 && growths().some(({ exponent = 0 }) => exponent > limit); again++)
    for (const size of measured.slice(-3)) measure(size);
  return growths();
}

/** CPU milliseconds of each part of checking some files. */
function timesOf(
  files: readonly BankFile[],
  before: readonly BankFile[],
  withRest: boolean,
): ReadonlyMap<string, number> {
  const context = { today: '2026-06-01', staleMonths: 36, base: readBase(before) };
  const times = new Map<string, number>();
  const timed = <T>(part: string, run: () => T): T => {
    const from = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(from);
    times.set(part, (user + system) / 1000);
    return result;
  };
  const { located, diagnostics } = timed('reading', () => readBank(files));
  const found: Diagnostic[] = [...diagnostics];
  const judged = timed('withoutOverlong', () => dropOverlong(located));
  const bankFor = (id: string) => (/^(?:item|card|bank)\//.test(id) ? judged : located);
  for (const { id, severity, check } of rules)
    for (const finding of timed(id, () => [...(check?.(bankFor(id), context) ?? [])]))
      found.push({ rule: id, severity, ...finding });
  const ids = new Set<string>(rules.map(({ id }) => id));
  for (const { id, review } of rules) if (review) timed(id, () => [...review(located, found, ids, ids)]);
  if (!withRest) return times;
  const rest = timed('all', () => checkBank(files, context));
  const parts = [...times].reduce((sum, [part, ms]) => (part === 'all' ? sum : sum + ms), 0);
  times.set('all', Math.max(0, (times.get('all') ?? 0) - parts));
  if (rest.all.files.length !== files.length) throw new Error('not all files were read');
  return times;
}
