import { placeholderFor } from '../base/placeholder.ts';

/** What a file in the events folder is, by its name. */
export type LogName =
  | { readonly type: 'log' }
  /** A log that a file synchroniser has not downloaded. */
  | { readonly type: 'placeholder'; readonly log: string }
  | { readonly type: 'other' };

/** What a file in the events folder is: hidden files, such as macOS's `._x.jsonl` and an editor's `.#x.jsonl`, are no logs. */
export function logNameOf(name: string): LogName {
  const log = placeholderFor(name);
  if (log !== undefined && isLog(log)) return { type: 'placeholder', log };
  return { type: isLog(name) ? 'log' : 'other' };
}

const isLog = (name: string) => !name.startsWith('.') && /\.jsonl$/i.test(name);
