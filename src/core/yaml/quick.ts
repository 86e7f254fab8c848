import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE_PLAIN } from 'js-yaml';
import { mostKeys } from './data.ts';
import { deepest } from './parse.ts';

/** The events of a text, and how far they were read. */
interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  /** The keys met so far: there are few, each many times. */
  readonly keys: Set<string>;
  next: number;
}

/**
 * The plain data of a text in which nothing is wrong or out of the ordinary, read about ten times as fast as by the parser that
 * says what is wrong; undefined on any doubt.
 */
export function quickData(text: string): { readonly data: unknown } | undefined {
  if (doubtful.test(text)) return undefined;
  try {
    const events = parseEvents(text, { maxDepth: deepest });
    const reader: Reader = { text, events, keys: new Set(), next: 1 };
    const data = valueIn(reader);
    // What follows is the end of the document, and no other one.
    return reader.next + 1 === events.length ? { data } : undefined;
  } catch {
    // Whatever it is, the other parser says it better.
    return undefined;
  }
}

/** What one of the parsers takes and the other does not, or takes for something else. */
const doubtful = /\r(?!\n)|\0|^ *(?:%|---|\.\.\.)|\t|[\ufeff\u0085\u2028\u2029]/m;

/** Thrown, and caught above, without the cost of a stack. */
const doubt = new Error('not for this parser');

function valueIn(reader: Reader): unknown {
  const event = reader.events[reader.next++];
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      if (event.anchorStart >= 0 || event.tagStart >= 0) throw doubt;
      return event.style === SCALAR_STYLE_PLAIN
        ? plainValue(getScalarValue(reader.text, event))
        : getScalarValue(reader.text, event);
    case EVENT_ID.SEQUENCE:
      if (event.anchorStart >= 0 || event.tagStart >= 0) throw doubt;
      return listIn(reader);
    case EVENT_ID.MAPPING:
      if (event.anchorStart >= 0 || event.tagStart >= 0) throw doubt;
      return mapIn(reader);
    default:
      throw doubt;
  }
}

function listIn(reader: Reader): unknown[] {
  const list: unknown[] = [];
  while (reader.events[reader.next]?.type !== EVENT_ID.POP) list.push(valueIn(reader));
  reader.next++;
  return list;
}

function mapIn(reader: Reader): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  let size = 0;
  while (reader.events[reader.next]?.type !== EVENT_ID.POP) {
    const key = keyIn(reader);
    if (Object.hasOwn(map, key) || ++size > mostKeys) throw doubt;
    map[key] = valueIn(reader);
  }
  reader.next++;
  return map;
}

function keyIn(reader: Reader): string {
  const event = reader.events[reader.next++];
  if (event?.type !== EVENT_ID.SCALAR || event.anchorStart >= 0 || event.tagStart >= 0) throw doubt;
  const key = getScalarValue(reader.text, event);
  // Other keys may be merges, numbers or nothing, and `__proto__` is no key to set.
  if (!reader.keys.has(key) && !/^[A-Za-z][\w -]*$/.test(key)) throw doubt;
  reader.keys.add(key);
  return key;
}

const numeral = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** A plain scalar by the core schema of YAML 1.2. */
function plainValue(text: string): unknown {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      if (!/^[-+.\d]/.test(text)) return text;
      if (/^0[ox]|^[-+]?\.(?:inf|nan)$/i.test(text)) throw doubt;
      return numeral.test(text) ? Number(text) : text;
  }
}
