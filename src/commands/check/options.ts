import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { countOf, isAtLeast } from '#core/base/diagnostic.ts';
import { toIso } from '#core/base/instant.ts';
import type { CheckOptions } from '#core/check/check.ts';
import { rules } from '#core/check/rules/index.ts';
import { selection, unknownName } from '#core/check/selection.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import type { CheckFlags } from './flags.ts';

/** How a bank is checked, with the rules that are looked for. */
export type HowToCheck = CheckOptions & Required<Pick<CheckOptions, 'wanted'>>;

/** How a bank is checked, as the options say: the one place where they are turned into that. */
export function howToCheck(world: Pick<World, 'now'>, flags: CheckFlags): HowToCheck {
  const { select = [], ignore = [], stale = 36 } = flags;
  refuseUnknown('--select', select);
  refuseUnknown('--ignore', ignore);
  return {
    // The date on the clock at hand.
    today: toIso(world.now()).slice(0, 10),
    staleMonths: stale,
    wanted: selection({ select, ignore }),
  };
}

/** From which severity on findings make the run fail: warnings too, where there are more than may be. */
export function failingFrom(
  findings: readonly Diagnostic[],
  { failOn = 'error', maxWarnings }: CheckFlags,
): Severity {
  const isTooMany = maxWarnings !== undefined && countOf(findings, 'warning') > maxWarnings;
  return isTooMany && failOn === 'error' ? 'warning' : failOn;
}

/** The exit code for findings. */
export function verdictOn(findings: readonly Diagnostic[], flags: CheckFlags): ExitCode {
  const from = failingFrom(findings, flags);
  return findings.some(({ severity }) => isAtLeast(severity, from)) ? 1 : 0;
}

function refuseUnknown(option: string, names: readonly string[]): void {
  const unknown = unknownName(names, rules);
  if (unknown === undefined) return;
  const { name, meant } = unknown;
  const hint = meant === undefined ? '`llmquiz check --list-rules` shows all.' : `Did you mean ${meant}?`;
  throw new UserError(`${option}: there is no rule or group ${name}. ${hint}`);
}
