import { counted } from '../core/base/counted.ts';
import { oneLine } from '../core/base/neutral.ts';
import { type Lang, pick } from '../core/base/text.ts';
import { studyDay } from '../core/learner/day.ts';
import type { Stats } from '../core/learner/stats.ts';
import { statsOf } from '../core/learner/stats.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { table } from '../shell/page/table.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, languageOf, withCommonOptions } from './shared/options.ts';
import { openRooms } from './shared/rooms.ts';

interface StatsOptions extends CommonOptions {
  readonly json?: boolean;
}

/** `llmquiz stats`: what is due, and what is really remembered. */
export const stats: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('stats')
      .description('what is due, and how much is really remembered')
      .option('--json', 'as JSON'),
  ).action(async (options: StatsOptions) => finish(await runStats(world, options)));
};

/** Prints the learner's statistics. */
async function runStats(world: World, options: StatsOptions): Promise<ExitCode> {
  const { bank, history } = await openRooms(world, options);
  const found = statsOf({
    heads: bank.index.heads,
    states: history.states,
    events: history.events(),
    today: studyDay(world.now()),
  });
  if (options.json === true) printJson(world, { version: 1, ...found });
  else {
    const titles = new Map(bank.index.decks.map((d) => [d.name, d.title]));
    const lang = languageOf(world, options.lang);
    const { print, columns } = await printerFor(world);
    print([
      ...headLines(found, lang),
      '',
      ...table(deckRows(found, titles, lang), columns),
      ...tailLines(found, lang),
    ]);
  }
  return 0;
}

function headLines(
  { total, today, lately, dueTomorrow, reviews, studyDays }: Stats,
  lang: Lang,
): readonly string[] {
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
  return [
    t(
      `Due now: ${total.due}. By tomorrow: ${dueTomorrow}.`,
      `现在到期：${total.due}。到明天：${dueTomorrow}。`,
    ),
    t(
      `Today: ${today.answered} answered, ${today.right} right, ${today.fresh} new.`,
      `今天：回答 ${today.answered} 次，答对 ${today.right} 次，新题 ${today.fresh} 道。`,
    ),
    t(
      `Begun: ${total.begun} of ${total.items} questions; ${counted(reviews, 'answer')} on ${counted(studyDays, 'day')}.`,
      `已学：${total.items} 道中的 ${total.begun} 道；${studyDays} 天共回答 ${reviews} 次。`,
    ),
    t(
      `Really remembered when asked again on a later day: ${shareText(total.retention, lang)}; last 30 days: ${shareText(lately, lang)}.`,
      `隔天再问时真正记得：${shareText(total.retention, lang)}；最近 30 天：${shareText(lately, lang)}。`,
    ),
  ];
}

function deckRows({ decks }: Stats, titles: ReadonlyMap<string, Parameters<typeof pick>[0]>, lang: Lang) {
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
  return [
    [
      t('deck', '题组'),
      t('begun', '已学'),
      t('due', '到期'),
      t('recall now', '预计记得'),
      t('remembered', '真正记得'),
    ],
    ...decks.map((d) => [
      oneLine(pick(titles.get(d.deck) ?? d.deck, lang)),
      `${d.begun}/${d.items}`,
      String(d.due),
      d.recall === undefined ? '-' : `${Math.round(100 * d.recall)} %`,
      d.retention.of === 0 ? '-' : shareText(d.retention, lang),
    ]),
  ];
}

function tailLines({ suspended, leeches, flagged, gone }: Stats, lang: Lang): readonly string[] {
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
  const lines: string[] = [];
  if (suspended.length > 0)
    lines.push(
      t(
        `Not asked any more (\`llmquiz resume ID\` brings one back): ${suspended.join(', ')}.`,
        `不再问的题（用 \`llmquiz resume ID\` 恢复）：${suspended.join('，')}。`,
      ),
    );
  if (leeches.length > 0)
    lines.push(t(`Often forgotten: ${leeches.join(', ')}.`, `经常忘记：${leeches.join('，')}。`));
  if (flagged.length > 0)
    lines.push(t(`Flagged as bad: ${flagged.join(', ')}.`, `标记为有误：${flagged.join('，')}。`));
  if (gone.length > 0)
    lines.push(
      t(
        `${counted(gone.length, 'question')} you answered ${gone.length === 1 ? 'is' : 'are'} no longer in this bank; what you answered is kept.`,
        `你答过的 ${gone.length} 道题已不在这个题库中；回答仍然保留。`,
      ),
    );
  return lines.length === 0 ? [] : ['', ...lines];
}

function shareText({ passed, of }: { readonly passed: number; readonly of: number }, lang: Lang): string {
  if (of === 0) return pick({ en: 'not known yet', zh: '暂无' }, lang);
  return pick(
    {
      en: `${Math.round((100 * passed) / of)} % (${passed} of ${of})`,
      zh: `${Math.round((100 * passed) / of)} %（${of} 次中 ${passed} 次）`,
    },
    lang,
  );
}
