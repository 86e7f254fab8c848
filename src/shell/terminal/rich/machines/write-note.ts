import type { Lang } from '#core/base/text.ts';
import { type Edited, editLine } from '#shell/terminal/keys/line-editor.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { entryOf, type Machine } from './machine.ts';

/** The learner's own note, to be changed in place; an empty one is none, and Esc leaves it as it was. */
export function writeNote(before: string, lang: Lang): Machine<Edited, string> {
  return {
    initial: entryOf(before),
    onKey(line, key) {
      if (key.type === 'enter') return { type: 'done', result: line.text.trim() };
      if (key.type === 'escape') return { type: 'done', result: before };
      const edited = editLine(line, key);
      return edited === undefined ? { type: 'pass' } : { type: 'state', state: edited };
    },
    view: (line) => ({
      rows: [{ text: wordFor('ownNote', lang), style: 'strong' }],
      notes: [],
      keys: [
        ['Enter', wordFor(line.text === '' && before === '' ? 'cancel' : 'keepNote', lang)],
        ...(line.text === '' && before === '' ? [] : [['Esc', wordFor('cancel', lang)] as const]),
        ...(line.text === '' ? [] : [['Ctrl-U', wordFor('eraseNote', lang)] as const]),
      ],
      entry: line,
    }),
  };
}
