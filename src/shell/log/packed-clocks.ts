import { isRecord } from '#core/base/is-record.ts';
import type { Clocks, DeviceClock, Misdated } from '#core/learner/clocks/clocks.ts';

/** Clocks as they are kept. */
export interface PackedClocks extends Pick<Clocks, 'latest' | 'next' | 'floor'> {
  readonly of: readonly (readonly [device: string, clock: DeviceClock])[];
}

/** Clocks as a value of JSON. */
export const packClocks = ({ latest, next, floor, devices }: Clocks): PackedClocks => ({
  ...{ latest, next, floor },
  of: [...devices],
});

/** The clocks that were packed; undefined if what is read is none. */
export function unpackClocks(value: unknown): Clocks | undefined {
  if (!isRecord(value)) return undefined;
  const { latest, next, floor, of } = value;
  if (!(isWhole(latest) && isWhole(next) && isWhole(floor) && Array.isArray(of) && of.every(isEntry)))
    return undefined;
  return { latest, next, floor, devices: new Map(of) };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isEntry = (value: unknown): value is [string, DeviceClock] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isClock(value[1]);

function isClock(value: unknown): value is DeviceClock {
  if (!isRecord(value)) return false;
  const { seq, ms, last, above, misdated, isAstray, spans } = value;
  const areWhole = [seq, ms, last, above, misdated].every(isWhole);
  return areWhole && typeof isAstray === 'boolean' && Array.isArray(spans) && spans.every(isSpan);
}

const isSpan = (value: unknown): value is Misdated =>
  isRecord(value) && [value.from, value.to, value.earliest, value.latest, value.ms].every(isWhole);
