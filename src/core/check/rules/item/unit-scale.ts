import { checkItemsThat, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { letterOf, type Scale, scaleOfUnit } from '#core/check/rules/item/scale-of-unit.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { showNumber } from '#core/question/typed/show-number.ts';

const gpt3Size = `title: { en: Sizes, zh: 大小 }
items:
  - id: gpt3-size
    kind: number
    level: 1
    tags: [gpt-3]
    stem: { en: How large is the largest GPT-3?, zh: 最大的 GPT-3 有多大？ }
    key: 175
    unit: { en: billion parameters, zh: 亿个参数 }
    rationale:
      en: It was about ten times as large as the dense models before it.
      zh: 它比此前的稠密模型大十倍左右，训练用的数据也多得多。
    sources: [{ title: Language Models are Few-Shot Learners, url: "https://arxiv.org/abs/2005.14165" }]
`;

export const itemUnitScale: Rule = {
  id: 'item/unit-scale',
  severity: 'error',
  keepsOut: 'question',
  summary: 'The unit of a number must have the same scale in every language.',
  why: 'The answer is one number: 175 billion in one language and 175亿, a tenth of it, in another cannot both be right.',
  bad: gpt3Size,
  good: gpt3Size.replace('亿个参数', '十亿个参数'),
  check: checkItemsThat(['type-number'], function* (located): Generator<ItemFinding> {
    const { item } = located;
    const unit = kindOf(item).quantity?.(item)?.unit;
    if (unit === undefined || typeof unit === 'string') return;
    const [first, ...others] = Object.entries(unit).map(([lang, unit]) => ({
      lang,
      unit,
      scale: scaleOfUnit(unit),
    }));
    if (first === undefined) return;
    for (const other of others) {
      if (!differ(first, other)) continue;
      yield {
        at: ['unit', other.lang],
        message: `\`${other.unit}\` counts ${counted(other.scale)} and \`${first.unit}\` ${counted(first.scale)}, but the number is the same; use one scale, or put the whole number into \`key\` and the bare unit here`,
        related: [pointTo(located, ['unit', first.lang], 'the unit in another language')],
      };
    }
  }),
};

/** A unit in one language, and its scale. */
interface Written {
  readonly unit: string;
  readonly scale: Scale;
}

function differ(a: Written, b: Written): boolean {
  if (a.scale.type === 'unknown' || b.scale.type === 'unknown') return false;
  if (a.scale.type === 'times' && b.scale.type === 'times' && a.scale.by === b.scale.by) return false;
  if (a.scale.type === 'percent' && b.scale.type === 'percent') return false;
  const [ofA, ofB] = [letterOf(a.unit), letterOf(b.unit)];
  return !(ofA !== undefined && isName(ofA, a.unit, b)) && !(ofB !== undefined && isName(ofB, b.unit, a));
}

/** Returns whether a letter that may be a scale is a name: alone it is a unit (`B` for bytes), and `T cells` are so in any language. */
function isName(letter: string, unit: string, { unit: other, scale }: Written): boolean {
  if (unit.trim() === letter) return scale.type === 'times' && scale.by === 1;
  return new RegExp(`(?<![A-Za-z])${letter}(?![A-Za-z])`).test(other);
}

function counted(scale: Scale): string {
  switch (scale.type) {
    case 'percent':
      return 'in hundredths';
    case 'times':
      return scale.by === 1 ? 'in ones' : `in units of ${showNumber(scale.by, 'en')}`;
    case 'unknown':
      return 'in an unknown scale';
    default:
      return scale satisfies never;
  }
}
