import type { EventKey } from '../events/event.ts';
import { type Clocks, type DeviceClock, farthest, noClocks } from './clocks.ts';

/**
 * Looks at the stamps of lines as they are read, and finds out cheaply whether the clocks are as they were known, with some more
 * right stamps: nearly always. Otherwise all stamps have to be read again.
 */
export interface ClockWatch {
  /** Sets the present moment in milliseconds, after which nothing can have happened. */
  begin(now: number): void;
  see(key: EventKey): void;
  /** True if the clocks have to be worked out again. */
  isOff(): boolean;
  /** Takes clocks as they were worked out. */
  set(clocks: Clocks): void;
  clocks(): Clocks;
}

/** What is known of a device, written over in place. */
interface Mark {
  seq: number;
  ms: number;
  last: number;
  readonly clock: Pick<DeviceClock, 'above' | 'isAstray' | 'spans' | 'misdated'>;
}

const straight = { above: farthest, isAstray: false, spans: [], misdated: 0 } as const;

/** Starts to look at stamps after those of which the clocks are known. */
export function watchClocks(known: Clocks = noClocks): ClockWatch {
  let { latest, next, floor } = known;
  let marks = marksOf(known);
  let until = farthest;
  let off = false;
  // Nearly all lines are of the same device as the one before.
  let device: string | undefined;
  let mark: Mark | undefined;
  return {
    begin(now) {
      until = now;
      off ||= latest > now || next <= now;
    },
    see([ms, of, seq]) {
      if (of !== device) {
        device = of;
        mark = marks.get(of);
      }
      if (ms > until || ms < floor) off = true;
      else if (ms > latest) {
        // The first stamp up to now, where all others were believed though they are later.
        if (latest === -farthest && next < farthest) off = true;
        latest = ms;
      }
      if (mark === undefined) {
        mark = { seq, ms, last: ms, clock: straight };
        marks.set(of, mark);
      } else if (seq < mark.seq || ms < mark.ms || ms >= mark.clock.above || mark.clock.isAstray) off = true;
      else {
        mark.last = seq > mark.seq ? ms : Math.max(ms, mark.last);
        if (seq > mark.seq) mark.ms = ms;
        mark.seq = seq;
      }
    },
    isOff: () => off,
    set(clocks) {
      ({ latest, next, floor } = clocks);
      marks = marksOf(clocks);
      device = undefined;
      mark = undefined;
      off = false;
    },
    clocks() {
      const devices = [...marks].map(([name, { clock, ...line }]) => [name, { ...line, ...clock }] as const);
      return { latest, next, floor, devices: new Map(devices) };
    },
  };
}

const marksOf = ({ devices }: Clocks): Map<string, Mark> =>
  new Map([...devices].map(([device, { seq, ms, last, ...clock }]) => [device, { seq, ms, last, clock }]));
