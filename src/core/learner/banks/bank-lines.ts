import { fromIso } from '../../base/instant.ts';
import { isRecord } from '../../base/is-record.ts';
import type { Text } from '../../base/text.ts';

/** The version of the format of registers; lines with another one are not used. */
export const registerFormat = 1;

interface CommonLine {
  readonly v: typeof registerFormat;
  /** ISO 8601 with offset. */
  readonly at: string;
}

/** A bank lies at a path of the device. */
export interface SeenLine extends CommonLine {
  readonly type: 'seen';
  readonly bank: string;
  /** True if the bank says its id itself. */
  readonly own?: true;
  readonly path: string;
  /** Changes when any text of the bank does. */
  readonly digest: number;
  readonly title?: Text;
}

/** What a device remembers of the banks that its learner used, as one line of its register. Lines are never edited or deleted. */
export type BankLine =
  | SeenLine
  /** A bank holds these questions. */
  | (CommonLine & { readonly type: 'holds'; readonly bank: string; readonly items: string })
  /** Two ids are of one bank, or of two though they look alike. */
  | (CommonLine & { readonly type: 'same' | 'apart'; readonly banks: readonly [string, string] });

/** A line before it is dated. */
export type BankNote = BankLine extends infer L ? (L extends BankLine ? Omit<L, 'v' | 'at'> : never) : never;

/** Reads one line of a register; undefined if it is none that this llmquiz knows. */
export function readBankLine(text: string): BankLine | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(data) && isLine(data) ? (data as unknown as BankLine) : undefined;
}

function isLine(data: Readonly<Record<string, unknown>>): boolean {
  if (data.v !== registerFormat || typeof data.at !== 'string' || fromIso(data.at) === undefined)
    return false;
  switch (data.type) {
    case 'seen':
      return (
        isText(data.bank) && isText(data.path) && Number.isSafeInteger(data.digest) && isTitle(data.title)
      );
    case 'holds':
      return isText(data.bank) && typeof data.items === 'string';
    case 'same':
    case 'apart':
      return Array.isArray(data.banks) && data.banks.length === 2 && data.banks.every(isText);
    default:
      return false;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isTitle = (value: unknown) =>
  value === undefined || isText(value) || (isRecord(value) && Object.values(value).every(isText));
