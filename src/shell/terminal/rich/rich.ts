import type { Lang } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { Answer } from '#core/question/prompt.ts';
import { doorTo } from '#shell/page/door.ts';
import { breakLine, type Line, makeSpan } from '#shell/page/line.ts';
import { paintFor } from '#shell/page/paint.ts';
import type { Look } from '#shell/page/render.ts';
import type { World } from '#shell/system/world.ts';
import { readKeys } from '../keys/key-reader.ts';
import { describeAnswer, describeWhole } from '../shared/answer-text.ts';
import { feedbackPartsOf } from '../shared/feedback-lines.ts';
import { packFirst, packNext } from '../shared/pages.ts';
import { revealedLinesOf } from '../shared/revealed.ts';
import type { After, Question, Reply, Terminal } from '../shared/terminal.ts';
import { wishesFor } from '../shared/wishes.ts';
import { questionLinesOf } from '../shared/wording.ts';
import { wordFor } from '../shared/words.ts';
import { type AskResult, askWithWishes, type Wishes } from './asking.ts';
import { chooseNext } from './machines/after-feedback.ts';
import { machineFor } from './machines/index.ts';
import { judge } from './machines/reveal.ts';
import { roomForPage, type Screen, showMachine } from './screen.ts';

/** A terminal that redraws: one key press answers, arrows choose. */
export async function makeRichTerminal(world: World, lang: Lang): Promise<Terminal> {
  const { stdout } = world;
  const look: Look = { paint: await paintFor(world), columns: () => stdout.columns ?? 80 };
  const keys = readKeys(world);
  const door = doorTo(stdout, world);
  const screen: Screen = { stdout, draw: door.draw, keys, look };
  const print = (lines: readonly Line[]) => door.lines(lines, look);
  return {
    print: (text) => print(text.split('\n')),
    async ask(question) {
      const started = world.now().ms;
      const asked = await askedOn(screen, question, lang);
      const ms = Math.max(0, world.now().ms - started);
      const reply = replyTo(asked, ms);
      const line = replyLine(reply, question, lang);
      if (line !== undefined) print(breakLine(line));
      return reply;
    },
    feedback: (feedback) => shownFeedback(feedback, screen, lang),
    async read(text) {
      const { showTextOn } = await import('./show-text.ts');
      return showTextOn(screen, text, lang);
    },
    async choose(choices, isAsked = false) {
      const { chooseOn: chosenOn } = await import('./dialogue.ts');
      return chosenOn(screen, choices, wordFor(isAsked ? 'pickNow' : 'whatNow', lang));
    },
    async tick(list) {
      const { askTicksOn } = await import('./dialogue.ts');
      return askTicksOn(screen, list, lang);
    },
    close: () => keys.close(),
  };
}

/** Shows a feedback page by page, until the learner chooses how to go on. */
async function shownFeedback(feedback: Feedback, screen: Screen, lang: Lang): Promise<After> {
  const room = () => roomForPage(chooseNext(feedback, true, lang).view(null), screen);
  let { page, left } = packFirst(feedbackPartsOf(feedback, lang), room());
  if (feedback.isSeen === true) page = [];
  for (;;) {
    const after = await showMachine(chooseNext(feedback, left.length > 0, lang), page, screen);
    if (after.type === 'more') ({ page, left } = packNext(left, room()));
    else if (after.type === 'say-flag' || after.type === 'say-note') {
      const { askForWords } = await import('./own-words.ts');
      const said = await askForWords(after.type, feedback, screen, lang);
      if (typeof said !== 'string') return said;
      page = [said];
    } else return after;
  }
}

async function askedOn(screen: Screen, question: Question, lang: Lang): Promise<AskResult<Answer>> {
  const { prompt, notice } = question;
  const typed = notice !== undefined && 'refusal' in notice ? notice.typed : [];
  const machine = askWithWishes(
    machineFor(prompt, lang, typed, wishesFor(question)),
    wishesOf(question),
    lang,
  );
  const asked = await showMachine(machine, questionLinesOf(question, lang), screen);
  if (asked.type !== 'given') return asked;
  const { given, hints } = asked;
  if (given.type !== 'revealed') return { ...asked, given };
  const revealed = prompt.type === 'reveal' ? await revealedLinesOf(prompt, given.text, lang) : [];
  const judged = await showMachine(
    askWithWishes(judge(lang, given.text), { allowed: ['leave'], colon: false }, lang),
    ['', ...revealed],
    screen,
  );
  return judged.type === 'given' ? { ...judged, hints } : judged;
}

function wishesOf(question: Question): Wishes {
  const { type, hint } = question.prompt;
  return {
    allowed: wishesFor(question),
    colon: type === 'type-in',
    ...(hint === undefined ? {} : { hint }),
  };
}

function replyTo(asked: AskResult<Answer>, ms: number): Reply {
  switch (asked.type) {
    case 'given':
      return { type: 'answer', answer: asked.given, hints: asked.hints, ms };
    case 'unknown':
      return { type: 'answer', answer: { type: 'unknown' }, hints: asked.hints, ms };
    case 'back':
    case 'primer':
      return { ...asked, ms };
    case 'undo':
    case 'skip':
    case 'known':
    case 'leave':
      return asked;
    default:
      return asked satisfies never;
  }
}

/** The line that replaces the prompt: the learner's answer, unless the feedback lists it in full. */
function replyLine(reply: Reply, question: Question, lang: Lang): Line | undefined {
  if (reply.type !== 'answer' && reply.type !== 'skip' && reply.type !== 'known') return undefined;
  const { prompt, withoutFeedback = false } = question;
  const told = withoutFeedback ? describeWhole : describeAnswer;
  const text =
    reply.type === 'answer'
      ? told(withoutText(reply.answer), lang, prompt)
      : wordFor(notAnswered[reply.type], lang);
  return text === undefined ? undefined : [makeSpan('dim', '> '), makeSpan('accent', text)];
}

/** What was typed before a self-judgement is in view already. */
const withoutText = (answer: Answer): Answer =>
  answer.type === 'self-judged' ? { type: 'self-judged', verdict: answer.verdict } : answer;

const notAnswered = { skip: 'skipped', known: 'counted' } as const;
