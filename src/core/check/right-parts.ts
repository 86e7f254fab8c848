import { compareText } from '../compare-text.ts';
import { grouped } from '../grouped.ts';
import { kindOf } from '../kinds/index.ts';
import type { LocatedItem } from '../located-bank.ts';
import { type Lang, pick, type Text, wordings } from '../text.ts';
import type { DataPath } from '../yaml-parts.ts';
import { languagesOf, pathIn } from './option-sets.ts';

/** A part of what is right for an item, in one language. */
interface RightPart {
  /** What it is right for, such as a blank: parts are compared with those of the same slot, their order aside. */
  readonly slot: string;
  readonly text: string;
  readonly path: DataPath;
  /** Whether another spelling is another value, as of numbers. */
  readonly exact?: true;
}

/** What is right now and was not before, or the other way round; `path` is a place in the item of today. */
export interface ChangedPart {
  readonly path: DataPath;
  readonly before?: string;
  readonly now?: string;
}

/** The first part of what is right that is not what it was; a slip mended and a translation added change nothing. */
export function changeOfRight(before: LocatedItem, now: LocatedItem): ChangedPart | undefined {
  const shared = sharedLanguages(before, now);
  const isSwitched: IsSwitched = (was, is) => wrongOptions(now).has(was) || wrongOptions(before).has(is);
  const isTranslated = languagesOf(now).some((lang) => !languagesOf(before).includes(lang));
  for (const [then, today] of shared) {
    const change =
      before.item.kind === now.item.kind
        ? firstChange(slotsOf(partsOf(before, then), partsOf(now, today)), now, isSwitched, isTranslated)
        : changeOfShown(before, now, then, today);
    if (change !== undefined) return change;
  }
  return undefined;
}

/** The languages that both are written in, as each calls them. */
export function sharedLanguages(
  before: LocatedItem,
  now: LocatedItem,
): readonly (readonly [then: Lang, today: Lang])[] {
  if (typeof before.item.stem === 'string' && typeof now.item.stem === 'string')
    return [[before.language, now.language]];
  const today = languagesOf(now);
  return languagesOf(before).flatMap((lang) => (today.includes(lang) ? [[lang, lang] as const] : []));
}

/** What is right in two kinds is told in two ways, but for the key as it is shown. */
function changeOfShown(before: LocatedItem, now: LocatedItem, then: Lang, today: Lang) {
  const [was, is] = [kindOf(before.item).key(before.item, then), kindOf(now.item).key(now.item, today)];
  return isSame(was, is) ? undefined : { path: mainPath(now), before: was, now: is };
}

function firstChange(
  slots: readonly Slot[],
  now: LocatedItem,
  isSwitched: IsSwitched,
  isTranslated: boolean,
): ChangedPart | undefined {
  for (const { was, is } of slots) {
    // A unit that is there on one side only says what the number was of.
    if (now.item.kind === 'number' && (was.length === 0 || is.length === 0)) continue;
    const [gone, come] = unmatched(was, is, isSwitched);
    const [first, added] = [gone[0], come[0]];
    if (first === undefined && (added === undefined || (isTranslated && come.every(isForAll)))) continue;
    const path = added?.path ?? whereItWas(now, first?.path ?? []);
    return { path, ...(first ? { before: first.text } : {}), ...(added ? { now: added.text } : {}) };
  }
  return undefined;
}

/** Whether a part is a further answer that counts in every language, as those of a new language do. */
const isForAll = ({ path }: RightPart) => path[0] === 'accept' && typeof path.at(-1) === 'number';

/** What is right for one thing, before and now. */
interface Slot {
  readonly was: readonly RightPart[];
  readonly is: readonly RightPart[];
}

/** The parts of each slot; where slots were renamed, the first that is gone goes with the first that came. */
function slotsOf(was: readonly RightPart[], is: readonly RightPart[]): readonly Slot[] {
  const [before, now] = [grouped(was, ({ slot }) => slot), grouped(is, ({ slot }) => slot)];
  const gone = [...before.keys()].filter((slot) => !now.has(slot));
  const come = [...now.keys()].filter((slot) => !before.has(slot));
  const partsIn = (slot: string | undefined, renamed: string | undefined): Slot => ({
    was: before.get(slot ?? '') ?? [],
    is: now.get(renamed ?? '') ?? [],
  });
  return [
    ...[...now.keys()].filter((slot) => before.has(slot)).map((slot) => partsIn(slot, slot)),
    ...Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => partsIn(gone[i], come[i])),
  ];
}

/** Whether one text was an option before that is wrong now, or the other way round: however alike, they are two. */
type IsSwitched = (was: string, is: string) => boolean;

/** What of two lists of parts has no partner in the other: one that is the same, else one that it may be a mended slip of. */
function unmatched(was: readonly RightPart[], is: readonly RightPart[], isSwitched: IsSwitched) {
  // Most parts are as they were, which needs no comparing.
  const [before, now] = [textsOf(was), textsOf(is)];
  const [wasOnly, isOnly] = [was.filter((a) => !now.has(a.text)), is.filter((b) => !before.has(b.text))];
  const same = (a: RightPart, b: RightPart) =>
    a.exact !== true && isSame(a.text, b.text) && !isSwitched(a.text, b.text);
  const isSlip = (a: string, b: string) => compareText(b, a) === 'typo' && !isSwitched(a, b);
  const left = isOnly.filter((b) => !was.some((a) => same(a, b)));
  const gone = wasOnly.filter((a) => {
    if (is.some((b) => same(a, b))) return false;
    const mended = a.exact === true ? -1 : left.findIndex((b) => isSlip(a.text, b.text));
    if (mended !== -1) left.splice(mended, 1);
    return mended === -1;
  });
  return [gone, left] as const;
}

const textsOf = (parts: readonly RightPart[]) => new Set(parts.map(({ text }) => text));

const isSame = (was: string, is: string) => was === is || compareText(is, was) === 'same';

function wrongOptions({ item }: LocatedItem): ReadonlySet<string> {
  const options = kindOf(item).options?.(item) ?? [];
  return new Set(options.flatMap(({ right, text }) => (right ? [] : wordings(text))));
}

/** Where a part stood that is gone: its list, if there still is one. */
function whereItWas(now: LocatedItem, path: DataPath): DataPath {
  const list = path.findIndex((step) => typeof step === 'number');
  const held = list === -1 ? path : path.slice(0, list);
  const [field = ''] = held;
  const value: unknown = (now.item as unknown as Record<string, unknown>)[field];
  const isThere = Array.isArray(value) ? value.length > 0 : value !== undefined;
  return isThere ? held : mainPath(now);
}

/** Where an item's key is written. */
function mainPath({ item }: LocatedItem): DataPath {
  const [field] = ['key', 'keys', 'accept', 'sequence', 'pairs'].filter((name) => name in item);
  return field === undefined ? ['id'] : [field];
}

function partsOf(located: LocatedItem, lang: Lang): readonly RightPart[] {
  const { item } = located;
  const written = (texts: readonly { readonly text: Text; readonly path: DataPath }[]) =>
    texts
      .filter(({ text }) => typeof text === 'string' || lang in text)
      .map(({ text, path }) => ({ text: pick(text, lang), path: pathIn(text, path, lang) }));
  switch (item.kind) {
    case 'choice':
    case 'multi':
      return written((kindOf(item).options?.(item) ?? []).filter(({ right }) => right)).map(inSlot(''));
    case 'text':
    case 'recall':
      return written(kindOf(item).accepted?.(item) ?? []).map(inSlot(''));
    case 'cloze':
      return written(kindOf(item).accepted?.(item) ?? []).map((p) => inSlot(String(p.path[1]))(p));
    case 'true-false':
      return [{ slot: '', text: String(item.key), path: ['key'], exact: true }];
    case 'order':
      return written(kindOf(item).options?.(item) ?? []).map((p, i) => inSlot(String(i))(p));
    case 'match':
      return item.pairs.map(({ left, right }, i) => ({
        slot: '',
        text: `${pick(left, lang)} = ${pick(right, lang)}`,
        path: ['pairs', i],
      }));
    case 'number':
      return [
        { slot: 'key', text: String(item.key), path: ['key'], exact: true },
        { slot: 'tolerance', text: toleranceOf(item.tolerance), path: ['tolerance'], exact: true },
        ...(item.unit === undefined
          ? []
          : written([{ text: item.unit, path: ['unit'] }]).map(inSlot('unit'))),
      ];
    default:
      return item satisfies never;
  }
}

const inSlot = (slot: string) => (part: { readonly text: string; readonly path: DataPath }) => ({
  slot,
  ...part,
});

/** A tolerance in one spelling: `2.0%` is `2%`. */
function toleranceOf(tolerance: string | number): string {
  if (tolerance === 'exact' || tolerance === 0) return '0';
  return String(tolerance).replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits)));
}
