import { wordingsOf } from '#core/base/text.ts';
import type { Variant } from '#core/check/language/variants.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import { showNumber } from '#core/question/typed/show-number.ts';

/** Units that are written with a prefix, their names, and the step from one prefix to the next. */
const scaled = /^([kKMGTP])(i?)(B|bit|FLOPS|FLOP\/s|FLOPs|Hz|W|Wh)$/;
const prefixes = ['', 'k', 'M', 'G', 'T', 'P'];

const named: Readonly<Record<string, string>> = {
  ...{ kB: 'kilobytes', KB: 'kilobytes', MB: 'megabytes', GB: 'gigabytes', TB: 'terabytes', PB: 'petabytes' },
  ...{ ms: 'milliseconds', s: 'seconds', min: 'minutes', h: 'hours', '%': 'percent', W: 'watts' },
};

/** Returns the ways to write the correct number of an item with its unit, none of which a learner should be refused for. */
export function shownVariantsOf(item: Item): readonly Variant[] {
  const quantity = kindOf(item).quantity?.(item);
  if (quantity === undefined) return [];
  const { key, unit = '' } = quantity;
  const shownIn = item.language === undefined ? ['en', 'zh'] : [item.language];
  const units = wordingsOf(unit).filter((word) => word !== '' && !/^[(（]/.test(word));
  return units.flatMap((word) => [
    { text: `${key} ${word}`, what: 'with its unit' },
    { text: `${key}${word}`, what: 'with its unit and no space' },
    ...shownIn.map((lang) => ({ text: `${showNumber(key, lang)} ${word}`, what: 'as it is shown' })),
    ...(named[word] === undefined ? [] : [{ text: `${key} ${named[word]}`, what: 'with the unit in full' }]),
    ...prefixedOf(key, word),
  ]);
}

/** The same quantity with the next smaller prefix. */
function prefixedOf(key: number, unit: string): readonly Variant[] {
  const [, prefix = '', binary = '', base = ''] = scaled.exec(unit) ?? [];
  const smaller = prefixes[prefixes.findIndex((one) => one.toLowerCase() === prefix.toLowerCase()) - 1];
  if (prefix === '' || smaller === undefined || smaller === '') return [];
  const text = `${Number((key * (binary === '' ? 1000 : 1024)).toPrecision(12))} ${smaller}${binary}${base}`;
  return [{ text, what: 'with a smaller prefix' }];
}
