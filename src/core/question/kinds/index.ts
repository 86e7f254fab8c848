import type { CommonItem } from '../item.ts';
import { choice } from './choice/index.ts';
import { cloze } from './cloze/index.ts';
import type { Kind } from './kind.ts';
import { match } from './match/index.ts';
import { multi } from './multi/index.ts';
import { number } from './number/index.ts';
import { order } from './order/index.ts';
import { recall } from './recall/index.ts';
import { text } from './text/index.ts';
import { trueFalse } from './true-false/index.ts';

/** THE LIST of kinds: a new kind is its folder and its name here. */
export const kinds = [choice, multi, trueFalse, number, text, cloze, order, match, recall] as const;

type ItemOf<K> = K extends Kind<infer I> ? I : never;

/** One question as written, of any kind. */
export type Item = ItemOf<(typeof kinds)[number]>;

/** The kind of an item. */
export function kindOf(item: Item): Kind<CommonItem> {
  const kind = kinds.find((k) => k.name === item.kind);
  if (kind === undefined) throw new Error(`no kind named ${item.kind}`);
  // Which type of item goes with which kind is known to the list, not to the caller.
  return kind as unknown as Kind<CommonItem>;
}
