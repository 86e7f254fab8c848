import type { Lang } from '#core/base/text.ts';
import { type FlagWords, flagReasons } from '#core/learner/memory/flags.ts';
import { type Edited, editLine, emptyLine } from '#shell/terminal/keys/line-editor.ts';
import { describeReasons, readFlagWords } from '#shell/terminal/shared/flag-reasons.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { digitRowOf, digitsFor, type Machine } from './machine.ts';

/** The reason to flag a question: a digit gives a usual one, a line any other; Enter alone or Esc gives it up. */
export function chooseReason(lang: Lang): Machine<Edited, FlagWords | 'cancelled'> {
  const reasons = describeReasons(lang);
  return {
    initial: emptyLine,
    onKey(line, key) {
      if (key.type === 'escape') return { type: 'done', result: 'cancelled' };
      const row = line.text === '' ? digitRowOf(key, reasons.length) : undefined;
      const reason = row === undefined ? undefined : flagReasons[row];
      if (reason !== undefined) return { type: 'done', result: { reason } };
      if (key.type === 'enter') return { type: 'done', result: readFlagWords(line.text) ?? 'cancelled' };
      const edited = editLine(line, key);
      return edited === undefined ? { type: 'pass' } : { type: 'state', state: edited };
    },
    view: (line) => ({
      rows: [
        { text: wordFor('whatIsWrong', lang), style: 'strong' },
        ...reasons.map((text, i) => ({ lead: `  ${i + 1}. `, text })),
      ],
      notes: [],
      keys:
        line.text === ''
          ? [
              [digitsFor(reasons.length), wordFor('choose', lang)],
              ['', wordFor('orTypeReason', lang)],
              ['Enter', wordFor('cancel', lang)],
            ]
          : [
              ['Enter', wordFor('flag', lang)],
              ['Esc', wordFor('cancel', lang)],
            ],
      entry: line,
    }),
  };
}
