import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { RuleId } from '#core/base/rule-id.ts';
import type { Lang } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { Asks } from '#core/question/kinds/kind.ts';
import type { LookUps } from '#core/question/typed/dictionaries.ts';

/** A small bank: the text of one deck, or the texts of several files by path. */
export type Example = string | Readonly<Record<string, string>>;

/** The documentation of a rule, with examples that tests check. */
interface RuleText {
  /** `group/name`; the file is `rules/group/name.ts`. Never reused for another rule. */
  readonly id: RuleId;
  readonly severity: Severity;
  /** The severity of those of its findings that are more, or less, sure or grave. */
  readonly sometimes?: Severity;
  /** What an error of it keeps out of the quiz: the question that it is found in, or that and the one it points to. Other errors keep none. */
  readonly keepsOut?: 'question' | 'pair';
  /** Run only if `--select` names it. */
  readonly off?: true;
  /** Whether `--fix` can fix it, at least when the intended meaning is clear. */
  readonly fixable?: true;
  /** The languages whose words it looks for; in others it finds nothing. */
  readonly words?: readonly Lang[];
  /** The requirement, in one sentence: must for errors and warnings, should for infos. */
  readonly summary: string;
  /** The reason: what goes wrong otherwise. */
  readonly why: string;
  /** Yields exactly one finding from the whole checker, of this rule. */
  readonly bad: Example;
  /** Yields no finding. */
  readonly good: Example;
  /** The bank before the change, for rules on what changed since. */
  readonly base?: Example;
}

/** A violation of a rule; it has the severity of the rule unless it sets another one. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity'> & { readonly severity?: Severity };

/** The inputs of a check besides the bank. */
export interface CheckContext {
  /** YYYY-MM-DD; empty if it is not known, and then no date is judged. */
  readonly today: string;
  /** The age in months from which a dated fact is too old. */
  readonly staleMonths: number;
  /** The earlier version of the bank, if it is compared with one. */
  readonly base?: LocatedBank;
  /** What trying answers looks up; without it, fewer are tried. */
  readonly lookUps?: LookUps;
}

/** The check of a rule: yields its findings in a bank. */
export interface Check {
  (bank: LocatedBank, context: CheckContext): Iterable<Finding>;
  /** For rules on single items: yields the findings in one item, so that all such rules can be run item by item. */
  readonly inOne?: (located: LocatedItem, context: CheckContext) => Iterable<Finding>;
  /** Yields the other findings of such a rule. */
  readonly beside?: (bank: LocatedBank, context: CheckContext) => Iterable<Finding>;
}

/** One thing that `check` looks for. Rules without a `check` or `review` function are reported while the bank is read. */
export interface Rule extends RuleText {
  readonly check?: Check;
  /** Looks at the findings of all rules: `ran` has the ids of the rules that were run, `known` the ids of all rules. */
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
  /** Set if the finding is about the field name of that part, not its value. */
  readonly part?: 'key';
  /** Whether there may be no such part, as of one that has a default: it is then found at the part around it. */
  readonly mayBeMissing?: true;
}

/** Yields the findings of a rule in one item, at parts of it. */
type FoundIn = (located: LocatedItem, context: CheckContext) => Iterable<ItemFinding>;

/** Returns the check of a rule that looks at each item separately. */
export function checkItems(found: FoundIn): Check {
  return lookAtEachItem(function* (located, context) {
    for (const finding of found(located, context)) yield placeInItem(located, finding);
  });
}

/** Returns the same for a rule that places its findings itself, and may look at more than items. */
export function lookAtEachItem(
  inOne: NonNullable<Check['inOne']>,
  beside: NonNullable<Check['beside']> = () => [],
): Check {
  function* check(bank: LocatedBank, context: CheckContext): Generator<Finding> {
    yield* beside(bank, context);
    for (const located of bank.items) yield* inOne(located, context);
  }
  return Object.assign(check, { inOne, beside });
}

/** Returns the check of a rule on items that are answered in certain ways; the others are skipped early to save time. */
export function checkItemsThat(asks: readonly Asks[], found: FoundIn): Check {
  return checkItems((located, context) =>
    asks.includes(kindOf(located.item).asks) ? found(located, context) : none,
  );
}

const none: readonly ItemFinding[] = [];

/** Turns a finding within an item into a finding of the bank. */
export function placeInItem(located: LocatedItem, finding: ItemFinding): Finding {
  const { at, part, mayBeMissing, ...rest } = finding;
  const { source, item, place, placeNear, placeOfKey } = located;
  const placed = part === 'key' ? placeOfKey : mayBeMissing ? placeNear : place;
  return { ...rest, path: source.path, at: placed(...at), item: item.id };
}

/** Returns a pointer to a part of an item, for `related`. */
export function pointTo({ source, place }: LocatedItem, path: DataPath, message: string) {
  return { path: source.path, at: place(...path), message };
}
