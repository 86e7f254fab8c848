import { formatCount } from '#core/base/format-count.ts';
import { languageOf } from '#shell/system/language.ts';
import type { BankAbout } from '../core/bank/compile.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { formatPercent } from '../core/base/percent.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import type { Stats } from '../core/learner/insight/stats.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { confineTable, layOutTable } from '../shell/page/table.ts';
import { widthOf } from '../shell/page/wrap.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms } from './shared/rooms.ts';
import { isLimitedToFocus, summariseBank } from './stats-standing.ts';

interface StatsOptions extends CommonOptions {
  readonly json?: boolean;
  readonly allBanks?: boolean;
}

/** `llmquiz stats`: prints the due reviews, the learner's progress and retention. */
export const addStats: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('stats')
      .description('show what is due and how much you remember')
      .option('--all-banks', 'list every bank that you have used')
      .option('--json', 'print JSON'),
  ).action(async (options: StatsOptions) => finish(await runStats(world, options)));
};

/** Prints the learner's statistics. */
async function runStats(world: World, options: StatsOptions): Promise<ExitCode> {
  if (options.allBanks === true) {
    const { printAllBanks } = await import('./stats-banks.ts');
    await printAllBanks(world, options);
    return 0;
  }
  const rooms = await openRooms(world, options, askWhether);
  const { bank } = rooms;
  const found = summariseBank(world, rooms, options);
  if (options.json === true) printJson(world, { version: 1, ...found });
  else {
    const titles = new Map(bank.index.decks.map((d) => [d.name, d.title]));
    const lang = languageOf(world, options.lang);
    const { print, columns } = await printerFor(world);
    print([
      ...titleLines(bank.index.about, lang),
      ...headLines(found, isLimitedToFocus(rooms, options), lang),
      '',
      ...layOutDecks(found, titles, { columns, lang }),
      ...tailLines(found, lang),
    ]);
  }
  return 0;
}

const titleLines = ({ title }: BankAbout, lang: Lang): readonly string[] =>
  title === undefined ? [] : [neutraliseLine(pickLanguage(title, lang)), ''];

function headLines(
  { total, today, lately, dueTomorrow, reviews, studyDays }: Stats,
  isLimited: boolean,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  const known =
    total.presumed === 0
      ? { en: '', zh: '' }
      : { en: `, ${total.presumed} counted as known`, zh: `，另有 ${total.presumed} 道算作已掌握` };
  return [
    t(
      `Due${isLimited ? ' in your focus' : ''}: ${total.due} now, ${dueTomorrow} by tomorrow.`,
      `${isLimited ? '重点题组' : ''}待复习：现在 ${total.due} 道，到明天共 ${dueTomorrow} 道。`,
    ),
    t(
      `Today: ${today.answered} answered, ${today.right} right, ${today.fresh} new.`,
      `今天：回答 ${today.answered} 次，答对 ${today.right} 次，新题 ${today.fresh} 道。`,
    ),
    t(
      `Started: ${total.begun} of ${formatCount(total.items, 'question')}${known.en}. Answers: ${reviews} on ${formatCount(studyDays, 'day')}.`,
      `已学：${total.items} 道题中的 ${total.begun} 道${known.zh}。回答：${studyDays} 天共 ${reviews} 次。`,
    ),
    t(
      `Retention (reviews on a later day): ${shareText(total.retention, lang)}. Last 30 days: ${shareText(lately, lang)}.`,
      `记忆保持率（隔天复习）：${shareText(total.retention, lang)}；最近 30 天：${shareText(lately, lang)}。`,
    ),
  ];
}

type Titles = ReadonlyMap<string, Parameters<typeof pickLanguage>[0]>;

/** The decks in a table, one a line; in a narrow window the retention is without the numbers behind it, and then headings and titles are shortened. */
function layOutDecks(
  found: Stats,
  titles: Titles,
  { columns, lang }: { readonly columns: number; readonly lang: Lang },
): readonly string[] {
  const [full, brief] = [shareText, briefShareText].map((say) => deckRows(found, titles, say, lang));
  if (full === undefined || brief === undefined) return [];
  for (const rows of columns === 0 ? [] : [full, brief]) {
    const lines = layOutTable(rows, 0);
    if (lines.every((line) => widthOf(line) <= columns)) return lines;
  }
  if (columns === 0) return layOutTable(full, columns);
  return confineTable([shortHeadings(lang), ...brief.slice(1)], columns) ?? layOutTable(brief, columns);
}

function shortHeadings(lang: Lang): readonly string[] {
  const t = inLanguage(lang);
  return [
    t('deck', '题组'),
    t('started', '已学'),
    t('due', '复习'),
    t('recall', '记忆率'),
    t('ret.', '保持率'),
  ];
}

function deckRows({ decks }: Stats, titles: Titles, say: typeof shareText, lang: Lang) {
  const t = inLanguage(lang);
  return [
    [
      t('deck', '题组'),
      t('started', '已学'),
      t('due', '待复习'),
      t('est. recall', '预计记忆率'),
      t('retention', '记忆保持率'),
    ],
    ...decks.map((d) => [
      neutraliseLine(pickLanguage(titles.get(d.deck) ?? d.deck, lang)),
      `${d.begun}/${d.items}`,
      String(d.due),
      d.recall === undefined ? '-' : formatPercent(d.recall),
      d.retention.of === 0 ? '-' : say(d.retention, lang),
    ]),
  ];
}

function tailLines({ suspended, leeches, flagged, gone }: Stats, lang: Lang): readonly string[] {
  const t = inLanguage(lang);
  const lines: string[] = [];
  if (suspended.length > 0)
    lines.push(
      t(
        `Suspended: ${suspended.join(', ')}. Bring one back with \`llmquiz resume ID\`.`,
        `已暂停：${suspended.join('、')}。可用 \`llmquiz resume ID\` 恢复。`,
      ),
    );
  if (leeches.length > 0)
    lines.push(t(`Often forgotten: ${leeches.join(', ')}.`, `经常忘记：${leeches.join('、')}。`));
  if (flagged.length > 0)
    lines.push(
      t(
        `Flagged: ${flagged.join(', ')}. See \`llmquiz flags\`.`,
        `已标记：${flagged.join('、')}。可用 \`llmquiz flags\` 查看。`,
      ),
    );
  if (gone.length > 0)
    lines.push(
      t(
        `${formatCount(gone.length, 'question')} you answered ${gone.length === 1 ? 'is' : 'are'} no longer in this bank. Your answers are kept.`,
        `你答过的 ${gone.length} 道题已不在此题库中，回答仍会保留。`,
      ),
    );
  return lines.length === 0 ? [] : ['', ...lines];
}

const briefShareText: typeof shareText = ({ passed, of }) => formatPercent(passed / of);

function shareText({ passed, of }: { readonly passed: number; readonly of: number }, lang: Lang): string {
  if (of === 0) return pickLanguage({ en: 'no data yet', zh: '暂无数据' }, lang);
  return pickLanguage(
    {
      en: `${formatPercent(passed / of)} (${passed} of ${of})`,
      zh: `${formatPercent(passed / of)}（${of} 次中 ${passed} 次）`,
    },
    lang,
  );
}
