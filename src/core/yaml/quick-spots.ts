import {
  COLLECTION_STYLE_BLOCK,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_PLAIN,
  SCALAR_STYLE_SINGLE_QUOTED,
} from 'js-yaml';
import { deepest } from './parse.ts';
import type { Spot, SpotEntry } from './spots.ts';

/** The events of a text, and how far they were read. */
interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  next: number;
  /** Where what was read last ends. */
  at: number;
}

/** Thrown, and caught below, without the cost of a stack. */
const doubt = new Error('not for this parser');

/**
 * The spots of a part of a text that was found sound, as `yaml` would have them; undefined where the two may not agree, as about
 * where a list ends that a comment follows.
 */
export function quickSpot(text: string): Spot | undefined {
  if (/(?:^|\s)#/.test(text)) return undefined;
  try {
    const events = parseEvents(text, { maxDepth: deepest });
    const reader: Reader = { text, events, next: 1, at: 0 };
    const spot = spotIn(reader);
    return reader.next + 1 === events.length ? spot : undefined;
  } catch {
    return undefined;
  }
}

function spotIn(reader: Reader): Spot {
  const event = reader.events[reader.next++];
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return scalarIn(reader, event);
    case EVENT_ID.SEQUENCE:
      return event.style === COLLECTION_STYLE_BLOCK ? listIn(reader, event.start) : flowIn(reader, event);
    case EVENT_ID.MAPPING:
      return event.style === COLLECTION_STYLE_BLOCK ? mapIn(reader, event.start) : flowIn(reader, event);
    default:
      throw doubt;
  }
}

type Of<T> = Extract<Event, { readonly type: T }>;

function scalarIn(reader: Reader, event: Of<typeof EVENT_ID.SCALAR>): Spot {
  const { style, valueStart, valueEnd } = event;
  // Where nothing is written, there is nothing to stand anywhere.
  if (valueStart < 0) throw doubt;
  if (style === SCALAR_STYLE_PLAIN) return ended(reader, { start: valueStart, end: valueEnd, scalar: true });
  if (style === SCALAR_STYLE_SINGLE_QUOTED || style === SCALAR_STYLE_DOUBLE_QUOTED)
    return ended(reader, { start: valueStart - 1, end: valueEnd + 1, scalar: true });
  const start = after(reader, /[\s:-]*(?=[|>])/y);
  return ended(reader, { start, end: valueEnd, scalar: true });
}

function ended<S extends Spot>(reader: Reader, spot: S): S {
  reader.at = spot.end;
  return spot;
}

/** The place after what a sticky pattern matches from where the reader is. */
function after({ text, at }: Reader, pattern: RegExp): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw doubt;
  return pattern.lastIndex;
}

function isOver(reader: Reader): boolean {
  if (reader.events[reader.next]?.type !== EVENT_ID.POP) return false;
  reader.next++;
  return true;
}

function listIn(reader: Reader, start: number): Spot {
  reader.at = start;
  const items: Spot[] = [];
  while (!isOver(reader)) items.push(spotIn(reader));
  return { start, end: reader.at, scalar: false, items };
}

function mapIn(reader: Reader, start: number): Spot {
  reader.at = start;
  const entries = new Map<string, SpotEntry>();
  while (!isOver(reader)) {
    const [name, key] = keyIn(reader);
    if (entries.size === 0 && key.start !== start) throw doubt;
    reader.at = after(reader, /[ \t]*:/y);
    entries.set(name, { key, value: valueIn(reader) });
  }
  return { start, end: reader.at, scalar: false, entries };
}

/** A value of a map in lines; where none is written, the place after the colon. */
function valueIn(reader: Reader): Spot {
  const event = reader.events[reader.next];
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart >= 0) return spotIn(reader);
  reader.next++;
  return { start: reader.at, end: reader.at, scalar: true };
}

function keyIn(reader: Reader): readonly [string, Spot] {
  const event = reader.events[reader.next++];
  if (event?.type !== EVENT_ID.SCALAR) throw doubt;
  return [getScalarValue(reader.text, event), scalarIn(reader, event)];
}

/** A list or map within brackets. */
function flowIn(
  reader: Reader,
  { type, start }: Of<typeof EVENT_ID.SEQUENCE | typeof EVENT_ID.MAPPING>,
): Spot {
  const isList = type === EVENT_ID.SEQUENCE;
  // Without braces it is a pair in a list.
  if (!isList && reader.text[start] !== '{') throw doubt;
  reader.at = start + 1;
  const items: Spot[] = [];
  const entries = new Map<string, SpotEntry>();
  while (!isOver(reader)) {
    if (isList) items.push(spotIn(reader));
    else {
      const [name, key] = keyIn(reader);
      entries.set(name, { key, value: spotIn(reader) });
    }
  }
  const end = after(reader, isList ? /[\s,]*\]/y : /[\s,]*\}/y);
  return ended(reader, { start, end, scalar: false, ...(isList ? { items } : { entries }) });
}
