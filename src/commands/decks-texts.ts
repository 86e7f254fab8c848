import { formatCount } from '../core/base/format-count.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage, type Text } from '../core/base/text.ts';
import type { DeckStanding } from '../core/learner/insight/progress.ts';
import type { Aim } from '../core/learner/plan/aim.ts';
import { layOutTable } from '../shell/page/table.ts';
import { widthOf } from '../shell/page/wrap.ts';
import type { TickList } from '../shell/terminal/shared/terminal.ts';

/** A deck in the list. */
export interface DeckRow extends DeckStanding {
  readonly title: Text;
  /** The name to type. */
  readonly short: string;
  readonly isFocused: boolean;
}

/** How a list of decks is drawn. */
interface Drawing {
  /** 0 if lines are not wrapped. */
  readonly columns: number;
  /** Whether there are progress bars, which a screen reader would spell out. */
  readonly bars: boolean;
}

const barWidth = 10;

/** How much of a deck is started, as a bar; full and empty only if it is. */
function barOf({ items, begun }: Pick<DeckStanding, 'items' | 'begun'>): string {
  const most = begun === items ? barWidth : barWidth - 1;
  const full = Math.min(most, Math.max(begun > 0 ? 1 : 0, Math.round((barWidth * begun) / items)));
  return `[${'#'.repeat(full)}${'.'.repeat(barWidth - full)}]`;
}

/** The list of decks, for `llmquiz decks` outside of a terminal. */
export function describeDecks(
  rows: readonly DeckRow[],
  { columns, bars }: Drawing,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  const head = [
    `  ${t('deck', '题组')}`,
    t('name', '名称'),
    ...(bars ? [''] : []),
    t('started', '已学'),
    t('due', '待复习'),
  ];
  const cells = rows.map((row) => [
    `${row.isFocused ? '* ' : '  '}${titleOf(row, lang)}`,
    neutraliseLine(row.short),
    ...(bars ? [barOf(row)] : []),
    `${row.begun}/${row.items}`,
    String(row.due),
  ]);
  const focus = rows.some(({ isFocused }) => isFocused)
    ? t('* New questions come from these decks.', '* 新题来自这些题组。')
    : t('New questions come from all decks.', '新题来自全部题组。');
  return [
    ...layOutTable([head, ...cells], columns, 2),
    '',
    focus,
    t(
      'Choose with `llmquiz decks --only NAME,NAME` or `--all`.',
      '用 `llmquiz decks --only NAME,NAME` 或 `--all` 选择。',
    ),
  ];
}

const titleOf = ({ title }: Pick<DeckRow, 'title'>, lang: Lang) => neutraliseLine(pickLanguage(title, lang));

/** The cursor and the box before each deck. */
const boxWidth = 5;

/** The decks to choose from in a terminal, as wide as it has room for. */
export function tickListOf(rows: readonly DeckRow[], { columns, bars }: Drawing, lang: Lang): TickList {
  const t = inLanguage(lang);
  const started = ({ begun, items }: DeckRow) => `${begun}/${items}`;
  const due = (row: DeckRow) => (row.due === 0 ? '' : t(`${row.due} due`, `${row.due} 待复习`));
  const short = (row: DeckRow) => neutraliseLine(row.short);
  const layouts = [
    rows.map((row) => [titleOf(row, lang), ...(bars ? [barOf(row)] : []), started(row), due(row)]),
    rows.map((row) => [titleOf(row, lang), started(row)]),
    rows.map((row) => [short(row), ...(bars ? [barOf(row)] : []), started(row)]),
    rows.map((row) => [short(row), started(row)]),
  ].map((cells) => layOutTable(cells, 0));
  const isNarrow = (lines: readonly string[]) => lines.every((line) => boxWidth + widthOf(line) < columns);
  const lines = layouts.find(isNarrow) ?? layouts.at(-1) ?? [];
  return {
    message: t('Decks to learn now (none: all)', '现在要学的题组（不选为全部）'),
    items: rows.map((row, i) => ({
      value: row.deck,
      label: lines[i] ?? '',
      isTicked: row.isFocused,
    })),
  };
}

/** What is learnt from now on. */
export function describeNewFocus(
  { decks: focus, reviewsToo }: Aim,
  decks: readonly { readonly name: string; readonly title: Text }[],
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  if (focus === undefined) return [t('New questions come from all decks.', '新题来自全部题组。')];
  const titles = decks.filter(({ name }) => focus.has(name)).map((deck) => titleOf(deck, lang));
  const count = formatCount(titles.length, 'deck');
  return [
    t(`Focus: ${titles.join(', ')}.`, `重点：${titles.join('、')}。`),
    reviewsToo === true
      ? t(
          `New questions and reviews come from ${titles.length === 1 ? 'this deck' : `these ${count}`}. Take that back with \`llmquiz decks --all\`.`,
          `新题和复习只来自${titles.length === 1 ? '这个题组' : `这 ${titles.length} 个题组`}。可用 \`llmquiz decks --all\` 取消。`,
        )
      : t(
          `New questions come from ${titles.length === 1 ? 'this deck' : `these ${count}`}, reviews from all. Take that back with \`llmquiz decks --all\`.`,
          `新题只来自${titles.length === 1 ? '这个题组' : `这 ${titles.length} 个题组`}，复习仍来自全部题组。可用 \`llmquiz decks --all\` 取消。`,
        ),
  ];
}
