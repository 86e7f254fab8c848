import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { countOf, isAtLeast } from '#core/base/diagnostic.ts';
import { toIso } from '#core/base/instant.ts';
import type { CheckOptions } from '#core/check/check.ts';
import { rules } from '#core/check/rules/index.ts';
import { findUnknownName, type Severities, selectRules } from '#core/check/selection.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import type { CheckFlags } from './flags.ts';

/** The options of a check, with the rules to run. */
export type HowToCheck = CheckOptions &
  Required<Pick<CheckOptions, 'wanted'>> & { readonly severities: Severities };

/** Throws a UserError if an option names an unknown rule. */
export function refuseUnknownRules({ select = [], ignore = [] }: CheckFlags): void {
  refuseUnknown('--select', select);
  refuseUnknown('--ignore', ignore);
}

/** Turns options into those of a check. */
export function checkOptionsOf(world: Pick<World, 'now'>, flags: CheckFlags): HowToCheck {
  const { select = [], ignore = [], stale = 36, severity: severities = {} } = flags;
  return {
    // The local date.
    today: toIso(world.now()).slice(0, 10),
    staleMonths: stale,
    wanted: selectRules({ select, ignore }),
    severities,
  };
}

/** Returns the lowest severity that makes the run fail: warnings too, if there are more than --max-warnings. */
export function failingFrom(
  findings: readonly Diagnostic[],
  { failOn = 'error', maxWarnings }: CheckFlags,
): Severity {
  const isTooMany = maxWarnings !== undefined && countOf(findings, 'warning') > maxWarnings;
  return isTooMany && failOn === 'error' ? 'warning' : failOn;
}

/** Returns the exit code for findings. */
export function exitCodeFor(findings: readonly Diagnostic[], flags: CheckFlags): ExitCode {
  const from = failingFrom(findings, flags);
  return findings.some(({ severity }) => isAtLeast(severity, from)) ? 1 : 0;
}

function refuseUnknown(option: string, names: readonly string[]): void {
  const unknown = findUnknownName(names, rules);
  if (unknown === undefined) return;
  const { name, meant } = unknown;
  const hint =
    meant === undefined ? 'List them with `llmquiz check --list-rules`.' : `Did you mean ${meant}?`;
  throw new UserError(`${option}: unknown rule or group ${name}. ${hint}`);
}
