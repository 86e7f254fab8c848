import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { groupBy } from '#core/base/group-by.ts';
import { type Lang, wordingsOf } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { compareText } from '#core/question/typed/compare-text.ts';
import { languagesOf } from '../views/option-sets.ts';
import { isSameNumberIn, isStillRight } from './graded-change.ts';
import { type ChangedPart, changeOfSense } from './other-sense.ts';
import { isTyped, type RightText, textsOf, typedTextsOf } from './right-parts.ts';

/** Returns the first change to the correct answers, or undefined; corrected typos and added translations do not count. */
export function changeOfRight(before: LocatedItem, now: LocatedItem): ChangedPart | undefined {
  const shared = sharedLanguagesOf(before, now);
  const compared = comparedBy(before, now);
  if (before.item.kind !== now.item.kind)
    return firstOf(shared, ([then, today]) => changeOfShown(before, now, then, today));
  if (isTyped(now)) return changeOfTyped(before, now, compared);
  if (kindOf(now.item).quantity !== undefined)
    return firstOf(shared, (langs) => changeOfNumber(before, now, langs, compared));
  return firstOf(
    shared,
    ([then, today]) =>
      firstChange(slotsOf(textsOf(before, then), textsOf(now, today)), now, {
        ...compared,
        isForeign: then !== before.language,
      }) ?? changeOfSense(before, now, [then, today]),
  );
}

function firstOf<T, R>(values: Iterable<T>, found: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = found(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Tests that distinguish real changes. */
interface Compared {
  /** Whether one text is a wrong option on the other side: however similar, the two are different. */
  readonly isSwitched: (was: string, is: string) => boolean;
  /** Whether a part was added with a new language. */
  readonly isTranslation: (part: RightText) => boolean;
  /** Whether a part was removed with its language. */
  readonly wentWithLanguage: (part: RightText) => boolean;
  /** Whether texts in only one language are in a different one from the one compared. */
  readonly isForeign: boolean;
}

function comparedBy(before: LocatedItem, now: LocatedItem): Compared {
  const [then, today] = [languagesOf(before), languagesOf(now)];
  const isMore = today.some((lang) => !then.includes(lang));
  return {
    isSwitched: (was, is) => wrongOptions(now).has(was) || wrongOptions(before).has(is),
    // Further answers count in every language, and those in a new language are often written without it.
    isTranslation: ({ lang, path }) =>
      lang === undefined ? isMore && path[0] === 'accept' : !then.includes(lang),
    wentWithLanguage: ({ lang }) => lang !== undefined && !today.includes(lang),
    isForeign: false,
  };
}

/** Returns the languages that both items have, as each calls them. */
export function sharedLanguagesOf(
  before: LocatedItem,
  now: LocatedItem,
): readonly (readonly [then: Lang, today: Lang])[] {
  if (typeof before.item.stem === 'string' && typeof now.item.stem === 'string')
    return [[before.language, now.language]];
  const today = languagesOf(now);
  return languagesOf(before).flatMap((lang) => (today.includes(lang) ? [[lang, lang] as const] : []));
}

/** Compares typed answers by the grader: one that is still right, or that was added, changes nothing. */
function changeOfTyped(before: LocatedItem, now: LocatedItem, compared: Compared): ChangedPart | undefined {
  const slots = slotsOf(typedTextsOf(before), typedTextsOf(now)).map(({ was, is }): Slot => {
    // A blank more, or less, is another question.
    if (was.length === 0 || is.length === 0) return { was, is };
    const slot = is[0]?.slot ?? '';
    const isGone = (part: RightText) => !isStillRight(now, slot, part) && !compared.wentWithLanguage(part);
    const listed = textSet(is);
    return was.some(isGone)
      ? { was: was.filter((part) => listed.has(part.text) || isGone(part)), is }
      : { was: [], is: [] };
  });
  return firstChange(slots, now, compared);
}

/** Compares numbers: a key that changed must be right for the question as it was, and the reverse. */
function changeOfNumber(
  before: LocatedItem,
  now: LocatedItem,
  langs: readonly [Lang, Lang],
  compared: Compared,
): ChangedPart | undefined {
  const slots = slotsOf(textsOf(before, langs[0]), textsOf(now, langs[1])).filter(
    ({ is }) => is[0]?.slot !== 'tolerance',
  );
  const isSameKey = slots.every(({ was, is }) => is[0]?.slot !== 'key' || was[0]?.text === is[0]?.text);
  if (!isSameKey && isSameNumberIn(before, now, langs)) return undefined;
  return firstChange(slots, now, { ...compared, isForeign: langs[0] !== before.language });
}

/** Compares the answers of two kinds, which only have the text that is shown in common. */
function changeOfShown(before: LocatedItem, now: LocatedItem, then: Lang, today: Lang) {
  const [was, is] = [kindOf(before.item).key(before.item, then), kindOf(now.item).key(now.item, today)];
  return isSame(was, is) ? undefined : { path: mainPath(now), before: was, now: is };
}

function firstChange(slots: readonly Slot[], now: LocatedItem, compared: Compared): ChangedPart | undefined {
  for (const { was, is } of slots) {
    if ((was.length === 0 || is.length === 0) && [...was, ...is].every(({ optional }) => optional)) continue;
    const [gone, come] = withoutTranslated(unmatched(was, is, compared), compared);
    const [first] = gone.filter((part) => !compared.wentWithLanguage(part));
    const isTranslation = (part: RightText) =>
      compared.isTranslation(part) || was.some((w) => w.lang === undefined && part.besides?.includes(w.text));
    const [added] = first === undefined ? come.filter((part) => !isTranslation(part)) : come;
    if (first === undefined && added === undefined) continue;
    const path = added?.path ?? whereItWas(now, first?.path ?? []);
    return { path, ...(first ? { before: first.text } : {}), ...(added ? { now: added.text } : {}) };
  }
  return undefined;
}

/** Removes texts in one language that stood in for a translation that now exists, and the reverse. */
function withoutTranslated([gone, come]: Unmatched, { isForeign }: Compared): Unmatched {
  if (!isForeign) return [gone, come];
  const plain = ({ lang }: RightText) => lang === undefined;
  const [goneOf, comeOf] = [groupBy(gone, plain), groupBy(come, plain)];
  const left = (of: ReadonlyMap<boolean, readonly RightText[]>, others: typeof of) =>
    [true, false].flatMap((kind) => (of.get(kind) ?? []).slice(others.get(!kind)?.length ?? 0));
  return [left(goneOf, comeOf), left(comeOf, goneOf)];
}

/** The removed and the added parts. */
type Unmatched = readonly [gone: readonly RightText[], come: readonly RightText[]];

/** The correct answers for one thing, before and now. */
interface Slot {
  readonly was: readonly RightText[];
  readonly is: readonly RightText[];
}

/** Pairs the parts of each slot; renamed slots are paired in order. */
function slotsOf(was: readonly RightText[], is: readonly RightText[]): readonly Slot[] {
  const [before, now] = [groupBy(was, ({ slot }) => slot), groupBy(is, ({ slot }) => slot)];
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

/** Returns the parts of two lists without a partner in the other: an equal one, or one that may be a corrected typo. */
function unmatched(was: readonly RightText[], is: readonly RightText[], { isSwitched }: Compared): Unmatched {
  // Most parts are unchanged, which needs no comparison.
  const [before, now] = [textSet(was), textSet(is)];
  const [wasOnly, isOnly] = [was.filter((a) => !now.has(a.text)), is.filter((b) => !before.has(b.text))];
  const same = (a: RightText, b: RightText) =>
    a.exact !== true && isSame(a.text, b.text) && !isSwitched(a.text, b.text);
  const isTypo = (a: string, b: string) => compareText(b, a) === 'typo' && !isSwitched(a, b);
  const left = isOnly.filter((b) => !was.some((a) => same(a, b)));
  const gone = wasOnly.filter((a) => {
    if (is.some((b) => same(a, b))) return false;
    const partner = a.exact === true ? -1 : left.findIndex((b) => isTypo(a.text, b.text));
    if (partner !== -1) left.splice(partner, 1);
    return partner === -1;
  });
  return [gone, left];
}

const textSet = (parts: readonly RightText[]) => new Set(parts.map(({ text }) => text));

const isSame = (was: string, is: string) => was === is || compareText(is, was) === 'same';

function wrongOptions({ item }: LocatedItem): ReadonlySet<string> {
  const options = kindOf(item).options?.(item) ?? [];
  return new Set(options.flatMap(({ right, text }) => (right ? [] : wordingsOf(text))));
}

/** Returns the place of a removed part: its list, if that still exists. */
function whereItWas(now: LocatedItem, path: DataPath): DataPath {
  const list = path.findIndex((step) => typeof step === 'number');
  const held = path.slice(0, list === -1 ? 1 : list);
  const [field = ''] = held;
  const value: unknown = (now.item as unknown as Record<string, unknown>)[field];
  const isThere = Array.isArray(value) ? value.length > 0 : value !== undefined;
  return isThere ? held : mainPath(now);
}

/** Returns the place of an item's correct answer. */
function mainPath({ item }: LocatedItem): DataPath {
  return kindOf(item).right(item)[0]?.path.slice(0, 1) ?? ['id'];
}
