import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { Line } from '#shell/page/line.ts';
import { describeReasons, readFlagWords } from '../shared/flag-reasons.ts';
import type { Leave, OwnWords } from '../shared/terminal.ts';
import { labelOf, wordFor } from '../shared/words.ts';

/** Words on the line of the key itself, as in `note think of BERT` or `f 2`; undefined for any other line. */
export function readOwnWords(line: string): OwnWords | undefined {
  const [, key = '', words = ''] = /^\s*[:：]?(n|note|f|flag)\s+(\S.*)$/is.exec(line) ?? [];
  if (words === '') return undefined;
  if (key.toLowerCase().startsWith('n')) return { type: 'note', text: words.trim() };
  return { type: 'flag', ...readFlagWords(words) };
}

/** The line that removes a note, where an empty one leaves it. */
const removal = '-';

/** How lines are printed and read. */
interface Talk {
  readonly lang: Lang;
  readonly print: (lines: readonly Line[]) => void;
  readonly read: (label: string) => Promise<string | Leave>;
}

/** Asks what the learner has to say of a question; undefined if it is nothing. */
export async function askForLine(
  wish: 'say-flag' | 'say-note',
  { ownNote = '' }: Pick<Feedback, 'ownNote'>,
  { lang, print, read }: Talk,
): Promise<OwnWords | Leave | undefined> {
  if (wish === 'say-flag') {
    print([wordFor('whatIsWrong', lang), ...describeReasons(lang).map((text, i) => `  ${i + 1}. ${text}`)]);
    const line = await read(
      pickLanguage(
        { en: 'A number, or a reason in words (Enter cancel)', zh: '输入编号，或写下原因（Enter 取消）' },
        lang,
      ),
    );
    if (typeof line !== 'string') return line;
    const words = readFlagWords(line);
    if (words === undefined) print([wordFor('notFlagged', lang)]);
    return words && { type: 'flag', ...words };
  }
  if (ownNote !== '') print([labelOf('ownNote', lang) + ownNote]);
  const line = await read(noteLabel(ownNote !== '', lang));
  if (typeof line !== 'string') return line;
  const text = line.trim() === removal ? '' : line.trim() || ownNote;
  if (text === ownNote) print([wordFor('noteLeft', lang)]);
  return text === ownNote ? undefined : { type: 'note', text };
}

function noteLabel(hasNote: boolean, lang: Lang): string {
  return hasNote
    ? pickLanguage(
        {
          en: `New note (Enter keep it, ${removal} remove it)`,
          zh: `新的备注（Enter 保留原来的，${removal} 删除）`,
        },
        lang,
      )
    : pickLanguage({ en: 'Your note (Enter cancel)', zh: '你的备注（Enter 取消）' }, lang);
}
