import type { Lang } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { Leave, OwnWords } from '../shared/terminal.ts';
import { wordFor } from '../shared/words.ts';
import { chooseReason } from './machines/choose-reason.ts';
import { writeNote } from './machines/write-note.ts';
import { type Screen, showMachine } from './screen.ts';

/** Asks what the learner has to say of a question; the line to print if it is nothing. */
export async function askForWords(
  wish: 'say-flag' | 'say-note',
  { ownNote = '' }: Pick<Feedback, 'ownNote'>,
  screen: Screen,
  lang: Lang,
): Promise<OwnWords | Leave | string> {
  if (wish === 'say-flag') {
    const words = await showMachine(chooseReason(lang), [], screen);
    if (words === 'cancelled') return wordFor('notFlagged', lang);
    return 'type' in words ? words : { type: 'flag', ...words };
  }
  const text = await showMachine(writeNote(ownNote, lang), [], screen);
  if (typeof text !== 'string') return text;
  return text === ownNote ? wordFor('noteLeft', lang) : { type: 'note', text };
}
