import { inLanguage, type Lang } from '../core/base/text.ts';
import { type Ground, groundOf } from '../core/question/kinds/grounds.ts';
import { type Item, kindOf } from '../core/question/kinds/index.ts';
import type { Asks } from '../core/question/kinds/kind.ts';
import type { Judgement, Outcome, Remark } from '../core/question/prompt.ts';
import { loadDictionary } from '../core/question/typed/dictionaries.ts';
import { breakLine, type Line, makeSpan, type Style } from '../shell/page/line.ts';
import { describeReason } from '../shell/terminal/shared/wording.ts';
import type { TypedLine } from '../shell/terminal/typed-lines.ts';

/** One answer that was tried: what became of it, and why. */
export interface Tried extends TypedLine {
  readonly item: Item;
  readonly key: string;
  /** Absent if the line is no answer. */
  readonly outcome?: Outcome;
  /** Why it is right, if all of it is one text that is. */
  readonly ground?: Ground;
  /** Why each blank that is right is so, in the order of the remarks on blanks. */
  readonly grounds: readonly (Ground | undefined)[];
}

/** Judges a line of answers, with the dictionaries that it needs. */
export async function judgeTyped(item: Item, typed: TypedLine, lang: Lang): Promise<Tried> {
  const kind = kindOf(item);
  const key = kind.key(item, lang);
  if (typed.answer === undefined) return { ...typed, item, key, grounds: [] };
  const outcome = await kind.grade(item, typed.answer, lang);
  if (outcome.type !== 'judged' || typed.answer.type !== 'typed')
    return { ...typed, item, key, outcome, grounds: [] };
  const { simplify } = /\p{Script=Han}/u.test(typed.line) ? await loadDictionary('simplify') : {};
  const ground = (text: string) => groundOf(item, text, simplify);
  const blanks = outcome.remarks.filter((remark) => remark.type === 'blank');
  if (blanks.length > 0) {
    const grounds = blanks.map((blank) => (blank.right ? ground(blank.given) : undefined));
    return { ...typed, item, key, outcome, grounds };
  }
  const [text = ''] = typed.answer.texts;
  return outcome.verdict === 'correct'
    ? { ...typed, item, key, outcome, ground: ground(text), grounds: [] }
    : { ...typed, item, key, outcome, grounds: [] };
}

/** What is said of a question that is not answered by typing. */
export function describeUntyped(item: Item, asks: Asks, lang: Lang): string {
  const t = inLanguage(lang);
  const how: Partial<Record<Asks, string>> = {
    'pick-one': t('by picking an option', '选一个选项'),
    'pick-many': t('by ticking options', '勾选选项'),
    judge: t('by calling it true or false', '判断对错'),
    arrange: t('by putting its options in order', '排列选项的顺序'),
    pair: t('by pairing its items', '把各项配对'),
    reveal: t('in thought, and you judge it yourself', '心里想好，再自己判断'),
  };
  return t(
    `\`${item.id}\` (${item.kind}) is answered ${how[asks] ?? ''}: no typed answer is judged.`,
    `\`${item.id}\`（${item.kind}）的作答方式是${how[asks] ?? ''}，没有输入的回答要评判。`,
  );
}

type Blank = Extract<Remark, { readonly type: 'blank' }>;

/** The lines that say what became of an answer, and why. */
export function triedLinesOf(tried: Tried, lang: Lang): readonly Line[] {
  const t = inLanguage(lang);
  const { line, outcome, problem } = tried;
  const head = (style: Style, word: string): Line => [makeSpan(style, word), t(': ', '：'), line];
  const asides = problem === undefined ? [] : [problem];
  if (outcome === undefined) return [head('warn', t('no answer', '不是回答')), ...indented(asides)];
  if (outcome.type === 'judged')
    return [
      head(styleOf(outcome.verdict), describeVerdict(outcome, lang)),
      ...indented([...asides, ...whysOf(tried, outcome, lang)]),
    ];
  const { reason, insisted } = outcome;
  const again =
    insisted === undefined
      ? []
      : [
          t(
            `given again: ${describeVerdict(insisted, lang)}`,
            `再答一次：${describeVerdict(insisted, lang)}`,
          ),
        ];
  return [
    head('warn', t('asked back', '要求重答')),
    ...indented([...asides, describeReason(reason, lang), ...again]),
  ];
}

const indented = (texts: readonly string[]): readonly Line[] =>
  texts.flatMap((text) => breakLine(`  ${text}`));

const styleOf = (verdict: Judgement['verdict']): Style =>
  (({ correct: 'good', partial: 'warn', wrong: 'bad' }) as const)[verdict];

function describeVerdict({ verdict }: Judgement, lang: Lang): string {
  const t = inLanguage(lang);
  return {
    correct: t('right', '正确'),
    partial: t('partly right', '部分正确'),
    wrong: t('wrong', '错误'),
  }[verdict];
}

/** Why an answer is what it was judged to be, a line for each reason. */
function whysOf(
  { item, ground, grounds, key }: Tried,
  { verdict, remarks }: Judgement,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  const blanks = remarks.filter((remark) => remark.type === 'blank');
  if (blanks.length > 0)
    return [
      ...blanks.map((blank, i) => `${blank.blank} ${describeBlank(blank, grounds[i], remarks, lang)}`),
      ...remarks.flatMap((remark) =>
        remark.type === 'why'
          ? [t(`${remark.option}: ${remark.why}`, `${remark.option}：${remark.why}`)]
          : [],
      ),
    ];
  const [first] = remarks;
  if (first?.type === 'typo') return [describeTypo(first.meant, lang)];
  if (first?.type === 'why')
    return [
      t(
        `a rejected answer: ${first.option}: ${first.why}`,
        `是列明的错误答案：${first.option}：${first.why}`,
      ),
    ];
  if (verdict === 'correct' && ground !== undefined) return [describeGround(ground, lang)];
  const isNumber = kindOf(item).quantity?.(item) !== undefined;
  return [
    isNumber
      ? t(`no number that is accepted; the answer is “${key}”`, `不在接受的数值之内；答案是“${key}”`)
      : t(
          `nothing accepted, and nothing close to it; the answer is “${key}”`,
          `不符合也不接近任何接受的答案；答案是“${key}”`,
        ),
  ];
}

function describeBlank(
  { given, key, right }: Blank,
  ground: Ground | undefined,
  remarks: readonly Remark[],
  lang: Lang,
): string {
  const t = inLanguage(lang);
  const typo = remarks.find((remark) => remark.type === 'typo' && remark.typed === given);
  const verdict = describeVerdict(
    { type: 'judged', verdict: right ? 'correct' : 'wrong', remarks: [] },
    lang,
  );
  const why =
    right && typo?.type === 'typo'
      ? describeTypo(typo.meant, lang)
      : ground === undefined
        ? t(`the answer is “${key}”`, `答案是“${key}”`)
        : describeGround(ground, lang);
  return given === ''
    ? t(`left empty; the answer is “${key}”`, `未填；答案是“${key}”`)
    : t(`${given}: ${verdict}, ${why}`, `${given}：${verdict}，${why}`);
}

const describeTypo = (meant: string, lang: Lang) =>
  inLanguage(lang)(`a typo of “${meant}”`, `“${meant}”的笔误`);

function describeGround(ground: Ground, lang: Lang): string {
  const t = inLanguage(lang);
  const { type, text = '' } = ground;
  switch (type) {
    case 'accepted':
      return t(`accepted as “${text}”`, `与接受的“${text}”相同`);
    case 'form':
      return t(
        `“${text}” in another number, or as it is spelt elsewhere`,
        `“${text}”的单复数形式或别处的拼法`,
      );
    case 'script':
      return t(`“${text}” in other characters or regional words`, `“${text}”的繁体字形或其他地区的说法`);
    case 'value':
      return t(`its value is right: ${text}`, `数值正确：${text}`);
    case 'along':
      return text === ''
        ? t('an accepted answer with what may stand along', '是接受的答案，附带的词不影响判断')
        : t(`“${text}” with what may stand along`, `“${text}”，附带的词不影响判断`);
    default:
      return type satisfies never;
  }
}

/** What became of an answer, for programs. */
export function toRecord(tried: Tried, lang: Lang): Readonly<Record<string, unknown>> {
  const { answer, outcome, problem, line } = tried;
  const given = answer?.type === 'typed' ? { answer: answer.texts } : { line };
  const aside = problem === undefined ? {} : { problem };
  if (outcome === undefined) return { ...given, verdict: 'no-answer', ...aside };
  if (outcome.type === 'judged')
    return { ...given, verdict: outcome.verdict, why: whysOf(tried, outcome, lang), ...aside };
  const { reason, insisted } = outcome;
  const again = insisted === undefined ? {} : { insisted: insisted.verdict };
  return { ...given, verdict: 'asked-back', why: [describeReason(reason, lang)], ...again, ...aside };
}
