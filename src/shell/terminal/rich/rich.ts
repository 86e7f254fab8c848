import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import { doorTo } from '#shell/page/door.ts';
import { breakLine, type Line, makeSpan } from '#shell/page/line.ts';
import { paintFor } from '#shell/page/paint.ts';
import type { Look } from '#shell/page/render.ts';
import type { World } from '#shell/system/world.ts';
import { readKeys } from '../keys/key-reader.ts';
import type { Question, Reply, Terminal } from '../shared/terminal.ts';
import { allWishes } from '../shared/wishes.ts';
import { feedbackLinesOf, keyLinesOf, questionLinesOf } from '../shared/wording.ts';
import { wordFor } from '../shared/words.ts';
import { type AskResult, askWithWishes, type Wishes } from './asking.ts';
import { chooseNext } from './machines/after-feedback.ts';
import { machineFor } from './machines/index.ts';
import { judge } from './machines/reveal.ts';
import { type Screen, showMachine } from './screen.ts';

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
      const line = replyLine(reply, lang);
      if (line !== undefined) print(breakLine(line));
      return reply;
    },
    feedback: (feedback) => showMachine(chooseNext(feedback, lang), feedbackLinesOf(feedback, lang), screen),
    async choose(choices) {
      const { chooseOn: chosenOn } = await import('./dialogue.ts');
      return chosenOn(screen, choices, lang);
    },
    close: () => keys.close(),
  };
}

async function askedOn(screen: Screen, question: Question, lang: Lang): Promise<AskResult<Answer>> {
  const { prompt } = question;
  const machine = askWithWishes(machineFor(prompt, lang), wishesOf(prompt), lang);
  const asked = await showMachine(machine, questionLinesOf(question, lang), screen);
  if (asked.type !== 'given') return asked;
  const { given, hints } = asked;
  if (given !== 'revealed') return { ...asked, given };
  const key = prompt.type === 'reveal' ? prompt.key : '';
  const judged = await showMachine(
    askWithWishes(judge(lang), { allowed: ['leave'], colon: false }, lang),
    ['', ...keyLinesOf(key, lang)],
    screen,
  );
  return judged.type === 'given' ? { ...judged, hints } : judged;
}

function wishesOf({ type, hint }: Prompt): Wishes {
  return {
    allowed: allWishes,
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
    case 'skip':
    case 'leave':
      return asked;
    default:
      return asked satisfies never;
  }
}

/** The line that replaces the prompt: the learner's answer. */
function replyLine(reply: Reply, lang: Lang): Line | undefined {
  if (reply.type === 'leave') return undefined;
  const text = reply.type === 'skip' ? wordFor('skipped', lang) : answerText(reply.answer, lang);
  return [makeSpan('dim', '> '), makeSpan('accent', text)];
}

function answerText(answer: Answer, lang: Lang): string {
  const list = (texts: readonly string[]) => texts.join(pickLanguage({ en: '; ', zh: '；' }, lang));
  switch (answer.type) {
    case 'picked':
      return answer.option;
    case 'ticked':
      return list(answer.options);
    case 'typed':
      return list(answer.texts);
    case 'arranged':
      return list(answer.sequence);
    case 'paired':
      return list(answer.rights);
    case 'self-judged':
      return wordFor(
        ({ correct: 'knew', partial: 'partlyKnew', wrong: 'didNotKnow' } as const)[answer.verdict],
        lang,
      );
    case 'unknown':
      return wordFor('unknownKey', lang);
    default:
      return answer satisfies never;
  }
}
