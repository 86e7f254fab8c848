import { pickFrame, readFrame } from '../bank/bank-frame.ts';
import { roleOf } from '../bank/file-role.ts';
import type { BankChecks } from '../bank/schema.ts';
import { type BankFile, readYaml } from '../yaml/source.ts';
import { rules } from './rules/index.ts';
import { findUnknownName } from './selection.ts';

const named = /(?:^|\/)bank\.ya?ml$/i;

/** The options of a check that a bank has for itself, and the path of the file that they stand in. */
export interface OwnChecks {
  readonly checks: BankChecks;
  readonly path?: string;
}

/** The options of a check that the bank of some files has for itself; none if they are wrong, which the check reports. */
export function ownChecksIn(files: readonly BankFile[], companions: readonly BankFile[]): OwnChecks {
  const frames = [...files, ...companions]
    .filter(({ path }) => named.test(path))
    .map((file) => readYaml(file))
    .filter((source) => roleOf(source) === 'bank')
    .flatMap((source) => {
      const { value } = readFrame(source);
      return value === undefined ? [] : [{ source, frame: value }];
    });
  const decks = files.map(({ path }) => path).filter((path) => !named.test(path));
  const own = pickFrame(decks, frames);
  const checks = own?.frame.check ?? {};
  const names = [...(checks.select ?? []), ...(checks.ignore ?? []), ...Object.keys(checks.severity ?? {})];
  if (own === undefined || findUnknownName(names, rules) !== undefined) return { checks: {} };
  return { checks, path: own.source.path };
}
