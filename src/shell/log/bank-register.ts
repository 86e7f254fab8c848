import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Text } from '#core/base/text.ts';
import { type BankBook, bookOf } from '#core/learner/banks/bank-book.ts';
import { type BankLine, readBankLine } from '#core/learner/banks/bank-lines.ts';
import { logNameOf } from '#core/learner/events/log-name.ts';
import { codeOf } from '../system/errno.ts';
import type { HostMachine } from '../system/world.ts';
import { deviceIn } from './device.ts';
import { openLogFile } from './log-file.ts';

/** The folder of the registers of banks, one for each device, beside the logs. */
const registersBeside = (events: string) => join(dirname(events), 'banks');

/** The lines of the registers of all devices. */
export interface BankLines {
  readonly mine: readonly BankLine[];
  readonly others: readonly BankLine[];
}

/** What all devices remember of the banks that the learner used. */
export function readBankLines(events: string, device: string): BankLines {
  const folder = registersBeside(events);
  const own = `${device}.jsonl`;
  const names = namesIn(folder).filter((name) => logNameOf(name).type === 'log' && name !== own);
  return { mine: linesAt(join(folder, own)), others: names.flatMap((name) => linesAt(join(folder, name))) };
}

/** The banks that the learner used, as this device knows them. */
export function readBankBook(events: string, machine: HostMachine): BankBook {
  const { mine, others } = readBankLines(events, deviceIn(events, machine));
  return bookOf(mine, others);
}

/** Puts lines into the register of a device; says why if they cannot be written. */
export function recordBankLines(
  events: string,
  device: string,
  lines: readonly BankLine[],
): Text | undefined {
  try {
    const file = openLogFile(join(registersBeside(events), `${device}.jsonl`));
    try {
      return file.appendAll(lines.map((line) => JSON.stringify(line)));
    } finally {
      file.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** A register that cannot be read says nothing; what it knew is asked again. */
function linesAt(path: string): readonly BankLine[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((text) => readBankLine(text) ?? []);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return [];
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
