import type { LocatedItem } from '../../bank/located-bank.ts';
import type { DataPath } from '../../base/data-path.ts';
import { type Lang, pathIn, pick, type Text, wordings } from '../../base/text.ts';
import { kindOf } from '../../question/kinds/index.ts';

/** A part of what is right for an item, in one language. */
export interface RightPart {
  /** What it is right for, such as a blank: parts are compared with those of the same slot, their order aside. */
  readonly slot: string;
  readonly text: string;
  readonly path: DataPath;
  /** The one language that it is written for, where it is not for all. */
  readonly lang?: Lang;
  /** The same in other languages. */
  readonly besides?: readonly string[];
  /** Whether another spelling is another value, as of numbers. */
  readonly exact?: true;
}

/** What is right to type: the answers of every language count in every language. */
export function typedParts({ item }: LocatedItem): readonly RightPart[] {
  return (kindOf(item).accepted?.(item) ?? []).flatMap(({ text, path }): readonly RightPart[] => {
    const slot = item.kind === 'cloze' ? String(path[1]) : '';
    if (typeof text === 'string') return [{ slot, text, path }];
    return Object.entries(text).map(([lang, word]) => {
      const besides = wordings(text).filter((other) => other !== word);
      return { slot, text: word, path: [...path, lang], lang, besides };
    });
  });
}

/** What is right for an item, in one language. */
export function partsOf(located: LocatedItem, lang: Lang): readonly RightPart[] {
  const { item } = located;
  const written = (texts: readonly { readonly text: Text; readonly path: DataPath }[]) =>
    texts
      .filter(({ text }) => typeof text === 'string' || lang in text)
      .map(({ text, path }) => ({
        ...{ text: pick(text, lang), path: pathIn(text, path, lang) },
        ...inOne(lang, text),
      }));
  switch (item.kind) {
    case 'choice':
    case 'multi':
      return written((kindOf(item).options?.(item) ?? []).filter(({ right }) => right)).map(inSlot(''));
    case 'recall':
      return written(kindOf(item).accepted?.(item) ?? []).map(inSlot(''));
    case 'text':
    case 'cloze':
      return typedParts(located);
    case 'true-false':
      return [{ slot: '', text: String(item.key), path: ['key'], exact: true }];
    case 'order':
      return written(kindOf(item).options?.(item) ?? []).map((p, i) => inSlot(String(i))(p));
    case 'match':
      return item.pairs.map(({ left, right }, i) => ({
        slot: '',
        text: `${pick(left, lang)} = ${pick(right, lang)}`,
        path: ['pairs', i],
        ...inOne(lang, left, right),
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

const inOne = (lang: Lang, ...texts: readonly Text[]) =>
  texts.some((text) => typeof text !== 'string' && lang in text) ? { lang } : {};

const inSlot =
  (slot: string) =>
  (part: Omit<RightPart, 'slot'>): RightPart => ({
    slot,
    ...part,
  });

/** A tolerance in one spelling: `2.0%` is `2%`. */
function toleranceOf(tolerance: string | number): string {
  if (tolerance === 'exact' || tolerance === 0) return '0';
  return String(tolerance).replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits)));
}
