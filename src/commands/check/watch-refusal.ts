import type { Format, Report } from '#shell/report/formats/format.ts';
import { UserError } from '#shell/system/world.ts';
import type { CheckFlags } from './flags.ts';

/** One look at a bank. */
export interface BankLook {
  readonly report: Report;
  /** The files and folders that were named. */
  readonly named: readonly string[];
}

/** Refuses what goes with no watching. */
export function refuseWithWatch(
  told: CheckFlags,
  paths: readonly string[],
  format: Format | undefined,
): void {
  if (told.watch !== true) return;
  const { fix, diff, output, statistics, listRules, explain, updateBaseline } = told;
  const options = {
    '--fix': fix,
    '--diff': diff,
    '--update-baseline': updateBaseline,
    '--output': output,
    '--statistics': statistics,
    '--list-rules': listRules,
    '--explain': explain,
    '- (standard input)': paths.includes('-') || undefined,
  };
  const other = Object.entries(options).find(([, value]) => value !== undefined);
  if (other !== undefined) throw new UserError(`--watch cannot be used with ${other[0]}.`);
  if (format !== undefined && !['pretty', 'concise'].includes(format.name))
    throw new UserError(`--watch cannot be used with --format ${format.name}. Use pretty or concise.`);
}
