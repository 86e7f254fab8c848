import type { Lang } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import { doorTo } from '../page/door.ts';
import { plainPaintFor } from '../page/paint.ts';
import { columnsOf } from '../page/print.ts';
import type { ExitCode, World } from '../system/world.ts';
import { readLines } from './plain/line-reader.ts';
import { readPlainAnswer } from './plain/plain-answers.ts';
import { stemLinesOf } from './shared/wording.ts';
import { wordFor } from './shared/words.ts';

/** A line of answers, as plain mode reads it. */
export interface TypedLine {
  readonly line: string;
  /** The answer that it is; absent if it is none. */
  readonly answer?: Answer;
  /** What plain mode says of it before judging it, or instead. */
  readonly problem?: string;
}

/** Reads the answers to a prompt line by line, and hands each over; at a terminal, an empty line ends them. */
export async function readTypedLines(
  world: World,
  prompt: Prompt,
  { lang, label }: { readonly lang: Lang; readonly label: string },
  take: (typed: TypedLine) => Promise<void>,
): Promise<ExitCode> {
  const isTerminal = world.stdin.isTTY === true;
  const door = doorTo(world.stderr, world);
  const look = { paint: plainPaintFor(world), columns: () => columnsOf(world.stderr) };
  if (isTerminal) door.lines(stemLinesOf(prompt.stem), look);
  const lines = readLines(world);
  try {
    for (;;) {
      if (isTerminal) door.prompt(label);
      const line = await lines.next();
      if (typeof line !== 'string') {
        if (isTerminal) door.lines([''], look);
        return line.code;
      }
      if (line.trim() === '') {
        if (isTerminal) return 0;
        continue;
      }
      await take({ line: line.trim(), ...readAsTyped(prompt, line, lang) });
    }
  } finally {
    lines.close();
  }
}

function readAsTyped(prompt: Prompt, line: string, lang: Lang): Omit<TypedLine, 'line'> {
  const read = readPlainAnswer(prompt, line, lang);
  switch (read.type) {
    case 'answer':
      return read.answer.type === 'typed' ? { answer: read.answer } : { problem: wordFor('isKey', lang) };
    case 'ask-back':
      return { answer: read.answer, problem: read.problem };
    case 'unclear':
      return { problem: read.problem };
    default:
      return { problem: wordFor('isKey', lang) };
  }
}
