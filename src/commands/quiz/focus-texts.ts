import type { BankIndex } from '#core/bank/compile.ts';
import { formatCount } from '#core/base/format-count.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import type { Aim } from '#core/learner/aim.ts';
import type { Plan } from '#core/learner/plan.ts';

/** The most titles that are listed before the count says more. */
const mostTitles = 4;

interface Focus {
  readonly aim: Aim;
  /** Names in the config that mean no deck of this bank. */
  readonly unknown: readonly string[];
  readonly plan: Pick<Plan, 'unseen' | 'waiting'>;
  readonly decks: BankIndex['decks'];
}

/** The decks in focus, and what is the matter with them; nothing if all decks are learnt. */
export function describeFocus({ aim, unknown, plan, decks }: Focus, lang: Lang): readonly string[] {
  const { decks: focus } = aim;
  const t = inLanguage(lang);
  const lines: string[] = [];
  if (focus !== undefined) {
    const titles = decks
      .filter(({ name }) => focus.has(name))
      .map(({ title }) => neutraliseLine(pickLanguage(title, lang)));
    const some = titles.length > mostTitles ? titles.slice(0, mostTitles - 1) : titles;
    const rest = titles.length - some.length;
    const more = rest === 0 ? '' : t(` and ${formatCount(rest, 'other deck')}`, `等 ${titles.length} 个题组`);
    lines.push(t(`Focus: ${some.join(', ')}${more}.`, `重点：${some.join('、')}${more}。`));
    if (plan.unseen === 0 && plan.waiting === 0)
      lines.push(
        t(
          'You have started all questions of your focus. Choose more decks with `llmquiz decks`.',
          '重点题组的题都已学过。可用 `llmquiz decks` 选择更多题组。',
        ),
      );
  }
  if (unknown.length > 0) {
    const names = unknown.map(neutraliseLine).join(t(', ', '、'));
    lines.push(
      t(
        `Your focus names what is no deck of this bank: ${names}. Choose again with \`llmquiz decks\`.`,
        `重点中有此题库没有的题组：${names}。请用 \`llmquiz decks\` 重新选择。`,
      ),
    );
  }
  return lines;
}
