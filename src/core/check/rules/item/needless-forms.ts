import type { LocatedItem } from '#core/bank/located-bank.ts';
import { wordingsOf } from '#core/base/text.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import { judgeAtHand, type RightPart } from '#core/question/kinds/kind.ts';

/** Returns the accepted texts that the grader would take without any dictionary if they were not listed, the later ones first. */
export function needlessIn({ item, language }: LocatedItem): readonly RightPart[] {
  const found: RightPart[] = [];
  let rest = item;
  for (const part of kindOf(item).right(item).toReversed()) {
    const without = withoutListed(rest, part);
    if (part.exact || without === undefined) continue;
    if (!wordingsOf(part.text).every((text) => isRightAnyway(without, language, { ...part, text }))) continue;
    found.push(part);
    rest = without;
  }
  return found;
}

/** An item without one of the texts in a list; undefined if it is the first of its list and no other stands for it. */
function withoutListed(item: Item, { path }: RightPart): Item | undefined {
  const [field = '', ...steps] = path;
  const at = steps.at(-1);
  const isFurther = field === 'accept' && typeof at === 'number' && (steps.length === 1 || at > 0);
  if (!isFurther) return undefined;
  const dropFrom = (value: unknown, [step, ...deeper]: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.toSpliced(Number(step), 1);
    const map = value as Readonly<Record<string, unknown>>;
    return { ...map, [String(step)]: dropFrom(map[String(step)], deeper) };
  };
  const fields = item as unknown as Readonly<Record<string, unknown>>;
  return { ...item, [field]: dropFrom(fields[field], steps) } as Item;
}

/** True if a text is right, and not as a misspelling of another. */
function isRightAnyway(
  item: Item,
  lang: string,
  { slot, text }: RightPart & { readonly text: string },
): boolean {
  const kind = kindOf(item);
  const answer = kind.typing?.(item, lang, slot, text);
  if (answer === undefined) return false;
  const outcome = judgeAtHand(kind, item, answer, lang);
  return (
    outcome.type === 'judged' &&
    outcome.verdict === 'correct' &&
    outcome.remarks.every(({ type }) => type === 'blank')
  );
}
