import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { RuleId } from '#core/base/rule-id.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { Asks } from '#core/question/kinds/kind.ts';

/** A whole bank, small: one deck's text, or the texts of several files by their paths. */
export type Example = string | Readonly<Record<string, string>>;

/** What the docs say of a rule, and the examples that prove it. */
interface RuleText {
  /** `group/name`; the file is `rules/group/name.ts`. Never reused for another rule. */
  readonly id: RuleId;
  readonly severity: Severity;
  /** Looked for only when it is named by `--select`. */
  readonly off?: true;
  /** Whether `--fix` can fix it, at least when the intended meaning is clear. */
  readonly fixable?: true;
  /** What a bank must be like, in a sentence. */
  readonly summary: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** Yields one finding, of this rule, from the whole checker. */
  readonly bad: Example;
  /** Yields none. */
  readonly good: Example;
  /** The bank before the change, for rules on what changed since. */
  readonly base?: Example;
}

/** One place where a bank is not as a rule wants it; as bad as the rule says, where it does not say otherwise itself. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity'> & { readonly severity?: Severity };

/** What a check depends on beside the bank. */
export interface CheckContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** After so many months the date of a fact that ages is too old. */
  readonly staleMonths: number;
  /** The bank as it was before, where it is compared. */
  readonly base?: LocatedBank;
}

/** How a rule looks at a bank. */
export interface Check {
  (bank: LocatedBank, context: CheckContext): Iterable<Finding>;
  /** Where it looks at each item by itself: what it finds in one, so that all such rules can look at one item after the other. */
  readonly inOne?: (located: LocatedItem, context: CheckContext) => Iterable<Finding>;
  /** What such a rule finds beside that. */
  readonly beside?: (bank: LocatedBank) => Iterable<Finding>;
}

/** One thing that `check` looks for. Without a `check` or `review` of its own it is found while the bank is read. */
export interface Rule extends RuleText {
  readonly check?: Check;
  /** Looks at what all rules found: `ran` has the ids of those that were looked for, `known` those of all there are. */
  readonly review?: (
    bank: LocatedBank,
    found: readonly Diagnostic[],
    ran: ReadonlySet<string>,
    known: ReadonlySet<string>,
  ) => Iterable<Finding>;
}

/** A finding within one item, at a part of it. */
export interface ItemFinding extends Omit<Finding, 'path' | 'at' | 'item'> {
  /** From the item: `['distractors', 2, 'text']`. */
  readonly at: DataPath;
  /** Where it is about the key of that part, and not its value. */
  readonly part?: 'key';
}

/** What a rule finds in one item, at parts of it. */
type FoundIn = (located: LocatedItem, context: CheckContext) => Iterable<ItemFinding>;

/** The check of a rule that looks at each item by itself. */
export function perItem(found: FoundIn): Check {
  return inEachItem(function* (located, context) {
    for (const finding of found(located, context)) yield inItem(located, finding);
  });
}

/** The same of a rule whose findings know their places, and that may look at more than items. */
export function inEachItem(
  inOne: NonNullable<Check['inOne']>,
  beside: NonNullable<Check['beside']> = () => [],
): Check {
  function* check(bank: LocatedBank, context: CheckContext): Generator<Finding> {
    yield* beside(bank);
    for (const located of bank.items) yield* inOne(located, context);
  }
  return Object.assign(check, { inOne, beside });
}

/** The same of a rule on items that are answered in some ways: to begin on all of them would take it longer than what it looks at. */
export function perItemThat(asks: readonly Asks[], found: FoundIn): Check {
  return perItem((located, context) =>
    asks.includes(kindOf(located.item).asks) ? found(located, context) : none,
  );
}

const none: readonly ItemFinding[] = [];

/** A finding within an item as a finding of the bank. */
export function inItem({ source, item, place, placeOfKey }: LocatedItem, finding: ItemFinding): Finding {
  const { at, part, ...rest } = finding;
  return { ...rest, path: source.path, at: part === 'key' ? placeOfKey(...at) : place(...at), item: item.id };
}

/** A pointer to a part of an item, for `related`. */
export function pointer({ source, place }: LocatedItem, path: DataPath, message: string) {
  return { path: source.path, at: place(...path), message };
}
