import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { BankEntry } from '#core/bank/compile.ts';
import { randomFrom } from '#core/base/random.ts';
import { pickLanguage } from '#core/base/text.ts';
import { type Feedback, markOptions, otherReasonsOf } from '#core/learner/insight/feedback.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import { openStore } from '#shell/bank/bank-store.ts';
import type { Line } from '#shell/page/line.ts';
import { plainPaint } from '#shell/page/paint.ts';
import { type Look, render } from '#shell/page/render.ts';
import type { Output } from '#shell/system/world.ts';
import { layOut } from '#shell/terminal/rich/layout.ts';
import { chooseNext } from '#shell/terminal/rich/machines/after-feedback.ts';
import { roomForPage } from '#shell/terminal/rich/screen.ts';
import { feedbackPartsOf } from '#shell/terminal/shared/feedback-lines.ts';
import { type PageRoom, packFirst, packNext } from '#shell/terminal/shared/pages.ts';
import { keyLinesOf, questionLinesOf } from '#shell/terminal/shared/wording.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { gradeAtOnce } from '../../grading.ts';
import { type ScreenReader, screenReader } from '../../pty/screen.ts';
import { tries } from '../../tries.ts';

const answers = ['missed', 'right', 'unknown'] as const;
type Given = (typeof answers)[number];

/** An answer that is as wrong as can be, and takes as much room. */
function missOf(prompt: Prompt, right: Answer, isRight: (answer: Answer) => boolean): Answer {
  const turned = (texts: readonly string[]) => [...texts.slice(1), ...texts.slice(0, 1)];
  switch (prompt.type) {
    case 'pick-one': {
      const wrong = prompt.options.filter((option) => !isRight({ type: 'picked', option }));
      return { type: 'picked', option: wrong.toSorted((a, b) => b.length - a.length)[0] ?? '' };
    }
    case 'pick-many':
      return { type: 'ticked', options: prompt.options };
    case 'type-in':
      return { type: 'typed', texts: prompt.blanks.map(() => '123456789123456789') };
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
  const isRight = (tried: Answer) => {
    const tested = gradeAtOnce(kind, item, tried, lang);
    return tested.type === 'judged' && tested.verdict === 'correct';
  };
  const answer: Answer =
    given === 'right' ? right : given === 'missed' ? missOf(prompt, right, isRight) : { type: 'unknown' };
  const outcome = gradeAtOnce(kind, item, answer, lang);
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

/** The window when a feedback ends, and the pages that were pressed for. */
async function windowAfter(entry: BankEntry, given: Given, lang: string, { screen, size }: Watched) {
  const { prompt, answer, feedback } = feedbackOn(entry, given, lang);
  const look: Look = { paint: plainPaint, columns: () => size.columns };
  const room = roomForPage(chooseNext(feedback, true, lang).view(null), { look, stdout: size as Output });
  const pages = pagesOf(feedback, lang, room);
  const drawn = layOut(chooseNext(feedback, pages.length > 1, lang).view(null), size, plainPaint);
  const asked = questionLinesOf({ prompt, progress: '1/10', deck: 'Deck' }, lang);
  const revealed = answer.type === 'self-judged' ? ['', ...keyLinesOf(feedback.key, lang)] : [];
  const above = render([...asked, ...revealed, '> answer', ...(pages[0] ?? [])], look);
  await screen.write(`\u001bc${above}${drawn.lines.join('\n')}\n> `.replaceAll('\n', '\r\n'));
  const isTooTall = (page: readonly Line[]) => render(page, look).split('\n').length - 1 > room.rows;
  return { feedback, pages, isTooTall, seen: squeeze(screen.lines().join('')) };
}

/** A window of so many columns and rows. */
interface Watched {
  readonly screen: ScreenReader;
  readonly size: { readonly columns: number; readonly rows: number };
}

/** What is not in the window when a feedback ends, and what is on none of its pages. */
async function lostFrom(entry: BankEntry, given: Given, lang: string, watched: Watched) {
  const { feedback, pages, isTooTall, seen } = await windowAfter(entry, given, lang, watched);
  const keys = ['Enter', wordFor('next', lang), ...(pages.length > 1 ? ['m', wordFor('more', lang)] : [])];
  const first = [verdictOf(feedback, lang), keys.join('')].map(squeeze);
  const whole = squeeze(render(pages.flat(), { paint: plainPaint, columns: () => 0 }));
  const options = feedback.verdict === 'correct' ? [] : feedback.options.map(({ option }) => option);
  const later = [feedback.rationale, ...options, ...feedback.reasons.map(({ why }) => why)].map(squeeze);
  return [
    ...[...first, ...textsOf(feedback.key)].filter((text) => !seen.includes(text)),
    ...later.filter((text) => !whole.includes(text)),
    ...(pages.some(isTooTall) ? ['a page is taller than the window'] : []),
    ...(given === 'missed' && feedback.verdict === 'correct' ? ['the answer is right'] : []),
  ].map((what) => `${entry.item.id}, ${given}: ${what}`);
}

const store = openStore(fileURLToPath(new URL('../../../dist/bank', import.meta.url)));
const entries = [...(store?.entries() ?? [])].toSorted(
  (a, b) => JSON.stringify(b.item).length - JSON.stringify(a.item).length,
);

/** All in `npm run long`; else those with the longest texts, and as many others from all over. */
const longest = tries(entries.length);
const step = entries.length / longest;
const some = entries.filter((_, i) => i < longest || Math.floor(i / step) !== Math.floor((i - 1) / step));

describe('verdict, correct answer and keys are in the window when feedback ends, and the rest is paged', () => {
  test.each([
    [80, 24, 'en'],
    [80, 24, 'zh'],
    [40, 20, 'en'],
    [40, 20, 'zh'],
  ])('%ix%i %s, questions of the bank', async (columns, rows, lang) => {
    expect(entries.length).toBeGreaterThan(500);
    const watched = { screen: screenReader(columns, rows), size: { columns, rows } };
    const lost: string[] = [];
    for (const entry of some)
      for (const given of answers) lost.push(...(await lostFrom(entry, given, lang, watched)));
    expect(lost).toEqual([]);
  });
});
