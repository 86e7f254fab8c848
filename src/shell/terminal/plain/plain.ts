import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { Prompt } from '#core/question/prompt.ts';
import { doorTo } from '#shell/page/door.ts';
import { breakLine, type Line } from '#shell/page/line.ts';
import { plainPaintFor } from '#shell/page/paint.ts';
import { columnsOf } from '#shell/page/print.ts';
import type { Look } from '#shell/page/render.ts';
import { widthOf } from '#shell/page/wrap.ts';
import type { World } from '#shell/system/world.ts';
import { afterWishesOf } from '../shared/after-wishes.ts';
import { feedbackPartsOf } from '../shared/feedback-lines.ts';
import { type PageRoom, packFirst, packNext } from '../shared/pages.ts';
import { revealedLinesOf } from '../shared/revealed.ts';
import type { After, Choice, Leave, Question, Reply, Terminal } from '../shared/terminal.ts';
import { foldLine, wishesFor, wishHelpOf } from '../shared/wishes.ts';
import { questionLinesOf } from '../shared/wording.ts';
import { labelOf, wordFor } from '../shared/words.ts';
import { choicesOf, chooseByLine, joinTexts, labelOfChoices, pressedKeyOf } from './choices.ts';
import { readLines } from './line-reader.ts';
import { askForLine, readOwnWords } from './own-words.ts';
import { optionLinesOf, readJudgement, readPlainAnswer } from './plain-answers.ts';

/** A terminal of numbered lines and typed answers, without redraws: for pipes, screen readers and dumb terminals. */
export function makePlainTerminal(world: World, lang: Lang): Terminal {
  const lines = readLines(world);
  const look = lookOf(world);
  const door = doorTo(world.stdout, world);
  const print = (shown: readonly Line[]) => door.lines(shown, look);
  const read = async (label: string): Promise<string | Leave> => {
    door.prompt(pickLanguage({ en: `${label}: `, zh: `${label}：` }, lang));
    const line = await lines.next();
    // No terminal echoes piped input, and a transcript without it is unreadable.
    if (world.stdin.isTTY !== true || typeof line !== 'string')
      door.lines([typeof line === 'string' ? line : ''], { ...look, columns: () => 0 });
    return line;
  };
  return {
    print: (text) => print(text.split('\n')),
    ask: (question) => askPlain(question, { lang, world, print, read }),
    feedback: (feedback) => shownFeedback(feedback, { lang, world, print, read }),
    async read(text) {
      const { printText } = await import('./print-text.ts');
      const choose = (choices: readonly Choice[]) => chooseByLine(choices, lang, read);
      return printText(text, { lang, print, choose, roomFor: (choices) => roomAbove(choices, lang, world) });
    },
    async choose(choices) {
      const key = await chooseByLine(choices, lang, read);
      if (key === 'q') return { type: 'leave', code: 0 };
      return key === 'Enter' ? undefined : key;
    },
    async tick(list) {
      const { askTicks } = await import('./tick.ts');
      return askTicks(list, { lang, print, read });
    },
    close: () => lines.close(),
  };
}

const lookOf = (world: World): Look => ({
  paint: plainPaintFor(world),
  columns: () => columnsOf(world.stdout),
});

interface Console {
  readonly lang: Lang;
  readonly world: World;
  readonly print: (lines: readonly Line[]) => void;
  readonly read: (label: string) => Promise<string | Leave>;
}

async function askPlain(question: Question, console: Console): Promise<Reply> {
  const { lang, world, print, read } = console;
  const { prompt } = question;
  const started = world.now().ms;
  let hints = 0;
  let askedBack: string | undefined;
  const again = question.notice !== undefined && 'refusal' in question.notice;
  print([...questionLinesOf(question, lang), ...(again ? [] : optionLinesOf(prompt, lang))]);
  for (;;) {
    const line = await read(labelFor(question, hints, lang));
    if (typeof line !== 'string') return line;
    if (prompt.type === 'reveal' && isThought(line)) {
      const text = line.trim();
      const verdict = await judged(prompt, text, console);
      if (typeof verdict !== 'string') return verdict;
      const answer = { type: 'self-judged', verdict, ...(text === '' ? {} : { text }) } as const;
      return { type: 'answer', answer, hints, ms: elapsed() };
    }
    const before = askedBack;
    askedBack = undefined;
    const reading = readPlainAnswer(prompt, line, lang, wishesFor(question));
    switch (reading.type) {
      case 'answer':
        return { type: 'answer', answer: reading.answer, hints, ms: elapsed() };
      case 'ask-back':
        if (before === line.trim()) return { type: 'answer', answer: reading.answer, hints, ms: elapsed() };
        askedBack = line.trim();
        print([reading.problem]);
        break;
      case 'hint':
        print(hintLinesOf(prompt, hints, lang));
        hints = prompt.hint === undefined ? 0 : 1;
        break;
      case 'back':
      case 'primer':
        return { type: reading.type, hints, ms: elapsed() };
      case 'undo':
      case 'skip':
      case 'known':
        return { type: reading.type };
      case 'leave':
        return { type: 'leave', code: 0 };
      case 'unclear':
        print(reading.problem.split('\n'));
        break;
      default:
        return reading satisfies never;
    }
  }

  function elapsed(): number {
    return Math.max(0, world.now().ms - started);
  }
}

/** True of a line that shows the correct answer: an empty one, or an answer in words, which no key and no number is. */
const isThought = (line: string) =>
  line.trim() === '' ||
  (/\p{Script=Han}{2}|\p{L}{2,}\s+\p{L}|\p{L}{4}/u.test(line) && !line.trim().startsWith(':'));

async function judged(
  prompt: Extract<Prompt, { readonly type: 'reveal' }>,
  text: string,
  { lang, print, read }: Console,
) {
  print((await revealedLinesOf(prompt, text, lang)).flatMap(breakLine));
  const choices = [
    `1 ${wordFor('knew', lang)}`,
    `2 ${wordFor('partlyKnew', lang)}`,
    `3 ${wordFor('didNotKnow', lang)}`,
  ];
  for (;;) {
    const line = await read(withKeys(wordFor('revealed', lang), choices, lang));
    if (typeof line !== 'string') return line;
    if (foldLine(line) === 'q') return { type: 'leave', code: 0 } as const;
    const verdict = readJudgement(line);
    if (verdict !== undefined) return verdict;
  }
}

/** The hint, again if it was shown before. */
function hintLinesOf({ hint }: Prompt, shown: number, lang: Lang): readonly Line[] {
  if (hint === undefined) return [wordFor('noHint', lang)];
  return [
    ...(shown > 0 ? [wordFor('noMoreHints', lang)] : []),
    ...breakLine(`${labelOf('hint', lang)}${hint}`),
  ];
}

/** The line that asks for input, with the keys; a hint is offered as long as there is one. */
function labelFor(question: Question, hints: number, lang: Lang): string {
  const { prompt } = question;
  const wishes = wishesFor(question).filter(
    (wish) => wish !== 'hint' || (prompt.hint !== undefined && hints === 0),
  );
  const keys = wishHelpOf(wishes, prompt.type === 'type-in', lang).map((help) => help.join(' '));
  if (prompt.type === 'reveal') return withKeys(wordFor('thinkFirst', lang), keys, lang);
  const unit = prompt.type === 'type-in' && prompt.unit !== undefined ? ` [${prompt.unit}]` : '';
  const by = prompt.type === 'arrange' ? ` [${prompt.by}]` : '';
  return withKeys(`${wordFor('answer', lang)}${unit}${by}`, keys, lang);
}

/** A text with the keys behind it in brackets. */
function withKeys(text: string, keys: readonly string[], lang: Lang): string {
  const list = joinTexts(keys, lang);
  return pickLanguage({ en: `${text} (${list})`, zh: `${text}（${list}）` }, lang);
}

/** Shows a feedback page by page, until the learner chooses how to go on. */
async function shownFeedback(feedback: Feedback, console: Console): Promise<After> {
  const { lang, print, world } = console;
  const room = roomAbove(choicesOf(afterWishesOf(feedback, true, lang)), lang, world);
  const parts = feedbackPartsOf(feedback, lang);
  let { page, left } = packFirst(parts, room);
  if (feedback.isSeen === true) page = [];
  for (;;) {
    print(page);
    const after = await afterPage(feedback, left.length > 0, console);
    if (after.type === 'more') ({ page, left } = packNext(left, room));
    else if (after.type === 'say-flag' || after.type === 'say-note') {
      const said = await askForLine(after.type, feedback, console);
      if (said !== undefined) return said;
      page = [];
    } else return after;
  }
}

async function afterPage(feedback: Feedback, hasMore: boolean, { lang, read }: Console) {
  const wishes = afterWishesOf(feedback, hasMore, lang);
  const choices = choicesOf(wishes);
  for (;;) {
    const line = await read(labelOfChoices(choices, lang));
    if (typeof line !== 'string') return line;
    const words = readOwnWords(line);
    if (words !== undefined && wishes.some(({ after }) => after.type === `say-${words.type}`)) return words;
    const key = pressedKeyOf(line, choices);
    const wish = wishes.find(({ help: [name] }) => name === key);
    if (wish !== undefined) return wish.after;
  }
}

/** The rows that a terminal has above the line that asks; a pipe has no end of them. */
function roomAbove(choices: readonly Choice[], lang: Lang, world: World): PageRoom {
  const { isTTY, rows } = world.stdout;
  const look = lookOf(world);
  if (isTTY !== true || rows === undefined) return { look, rows: Number.POSITIVE_INFINITY };
  // The line ends with a colon and what is typed.
  const asking = `${labelOfChoices(choices, lang)}${' '.repeat(4)}`;
  return { look, rows: rows - Math.ceil(widthOf(asking) / look.columns()) };
}
