import { placeholderFor } from '../../base/placeholder.ts';

/** The sort of a file in the events folder. */
export type LogName =
  | { readonly type: 'log' }
  /** A log that a sync app has not downloaded. */
  | { readonly type: 'placeholder'; readonly log: string }
  | { readonly type: 'other' };

/** The sort of a file in the events folder, by its name. Hidden files, such as macOS's `._x.jsonl` and an editor's `.#x.jsonl`, are not logs. */
export function logNameOf(name: string): LogName {
  const log = placeholderFor(name);
  if (log !== undefined && isLog(log)) return { type: 'placeholder', log };
  return { type: isLog(name) ? 'log' : 'other' };
}

const isLog = (name: string) => !name.startsWith('.') && /\.jsonl$/i.test(name);
