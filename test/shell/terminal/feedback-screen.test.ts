import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { BankEntry } from '#core/bank/compile.ts';
import { randomFrom } from '#core/base/random.ts';
import { pickLanguage } from '#core/base/text.ts';
import { type Feedback, markOptions, otherReasonsOf } from '#core/learner/feedback.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import { openStore } from '#shell/bank/bank-store.ts';
import type { Line } from '#shell/page/line.ts';
import { plainPaint } from '#shell/page/paint.ts';
import { type Look, render } from '#shell/page/render.ts';
import { layOut } from '#shell/terminal/rich/layout.ts';
import { chooseNext } from '#shell/terminal/rich/machines/after-feedback.ts';
import { roomForPage } from '#shell/terminal/rich/screen.ts';
import { feedbackPartsOf } from '#shell/terminal/shared/feedback-lines.ts';
import { type PageRoom, packFirst, packNext } from '#shell/terminal/shared/pages.ts';
import { keyLinesOf, questionLinesOf } from '#shell/terminal/shared/wording.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { type ScreenReader, screenReader } from '../../pty/screen.ts';

const answers = ['missed', 'right', 'unknown'] as const;
type Given = (typeof answers)[number];

/** An answer that is as wrong as can be, and takes as much room. */
function missOf(prompt: Prompt, right: Answer): Answer {
  const turned = (texts: readonly string[]) => [...texts.slice(1), ...texts.slice(0, 1)];
  switch (prompt.type) {
    case 'pick-one': {
      const wrong = prompt.options.filter((o) => right.type === 'picked' && o !== right.option);
      return { type: 'picked', option: wrong.toSorted((a, b) => b.length - a.length)[0] ?? '' };
    }
    case 'pick-many':
      return { type: 'ticked', options: prompt.options };
    case 'type-in':
      return { type: 'typed', texts: prompt.blanks.map(() => '77') };
    case 'arrange':
      return { type: 'arranged', sequence: right.type === 'arranged' ? turned(right.sequence) : [] };
    case 'pair':
      return { type: 'paired', rights: right.type === 'paired' ? turned(right.rights) : [] };
    case 'reveal':
      return { type: 'self-judged', verdict: 'wrong' };
    default:
      return prompt satisfies never;
  }
}

function feedbackOn({ item, citations }: BankEntry, given: Given, lang: string) {
  const kind = kindOf(item);
  const prompt = kind.prompt(item, { lang, random: randomFrom(item.id) });
  const right = [...kind.trials(item, lang)].find((trial) => trial.right)?.answer ?? { type: 'unknown' };
  const answer: Answer =
    given === 'right' ? right : given === 'missed' ? missOf(prompt, right) : { type: 'unknown' };
  const outcome = kind.grade(item, answer, lang);
  if (outcome.type !== 'judged') throw new Error(`refused: ${item.id}`);
  const feedback: Feedback = {
    ...{ verdict: outcome.verdict, unknown: given === 'unknown', remarks: outcome.remarks },
    ...{ key: kind.key(item, lang), revealed: answer.type === 'self-judged', hinted: false },
    options: markOptions(item, prompt, answer, lang),
    reasons: otherReasonsOf(item, prompt, answer, lang),
    rationale: pickLanguage(item.rationale, lang),
    citations,
    ...(item.asOf === undefined ? {} : { asOf: item.asOf }),
    ...{ dueIn: given === 'right' ? 3 : 0, due: 20_000 },
  };
  return { prompt, answer, feedback };
}

/** The pages of a feedback as they are pressed for, in a window. */
function pagesOf(feedback: Feedback, lang: string, room: PageRoom) {
  let paged = packFirst(feedbackPartsOf(feedback, lang), room);
  const pages = [paged.page];
  while (paged.left.length > 0) {
    paged = packNext(paged.left, room);
    pages.push(paged.page);
  }
  return pages;
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

function verdictOf({ verdict, unknown }: Feedback, lang: string): string {
  const name = { correct: 'right', partial: 'partly', wrong: 'wrong' } as const;
  return wordFor(unknown ? 'notKnown' : name[verdict], lang);
}

/** The texts of a correct answer: its lines, the sides of its pairs, its blanks. */
const textsOf = (key: string) =>
  key.split(/\n|; |；| = /).map((part) => squeeze(part.replace(/^(\d+\.|\[\d\]) /, '')));

async function windowAfter(
  entry: BankEntry,
  given: Given,
  lang: string,
  screen: ScreenReader,
  columns: number,
  rows: number,
) {
  const { prompt, answer, feedback } = feedbackOn(entry, given, lang);
  const look: Look = { paint: plainPaint, columns: () => columns };
  const size = { columns, rows };
  const room = roomForPage(chooseNext(feedback, true, lang).view(null), { look, stdout: size as never });
  const pages = pagesOf(feedback, lang, room);
  const machine = chooseNext(feedback, pages.length > 1, lang);
  const drawn = layOut(machine.view(null), size, plainPaint);
  const asked = questionLinesOf({ prompt, progress: '1/10', deck: 'Deck' }, lang);
  const revealed = answer.type === 'self-judged' ? ['', ...keyLinesOf(feedback.key, lang)] : [];
  const above = render([...asked, ...revealed, '> answer', ...(pages[0] ?? [])], look);
  await screen.write(`\u001bc${above}${drawn.lines.join('\n')}\n> `.replaceAll('\n', '\r\n'));
  const isTooTall = (page: readonly Line[]) => render(page, look).split('\n').length - 1 > room.rows;
  return { feedback, pages, isTooTall, seen: squeeze(screen.lines().join('')) };
}

const store = openStore(fileURLToPath(new URL('../../../dist/bank', import.meta.url)));
const entries = [...(store?.entries() ?? [])];

describe('when feedback ends, the window shows', () => {
  test.each([
    [80, 24, 'en'],
    [80, 24, 'zh'],
    [40, 20, 'en'],
    [40, 20, 'zh'],
  ])(
    '%ix%i %s: verdict, correct answer and keys of every question of the bank',
    async (columns, rows, lang) => {
      expect(entries.length).toBeGreaterThan(500);
      const screen = screenReader(columns, rows);
      const lost: string[] = [];
      for (const entry of entries)
        for (const given of answers) {
          const { feedback, pages, isTooTall, seen } = await windowAfter(
            entry,
            given,
            lang,
            screen,
            columns,
            rows,
          );
          const keys = [
            'Enter',
            wordFor('next', lang),
            ...(pages.length > 1 ? ['m', wordFor('more', lang)] : []),
          ];
          const wanted = [verdictOf(feedback, lang), keys.join('')].map(squeeze);
          const isSeen = [...wanted, ...textsOf(feedback.key)].every((text) => seen.includes(text));
          if (!isSeen || pages.some(isTooTall)) lost.push(`${entry.item.id}, ${given}`);
          const whole = squeeze(render(pages.flat(), { paint: plainPaint, columns: () => 0 }));
          const said = [feedback.rationale, ...feedback.options, ...feedback.reasons.map(({ why }) => why)];
          const texts = said.map((part) =>
            squeeze(typeof part === 'string' ? part : feedback.verdict === 'correct' ? '' : part.option),
          );
          if (!texts.every((text) => whole.includes(text)))
            lost.push(`${entry.item.id}, ${given}: a part is on no page`);
        }
      expect(lost).toEqual([]);
    },
  );
});
