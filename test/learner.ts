import { wordFor } from '#shell/terminal/shared/words.ts';
import type { Running } from './program.ts';

/** What a session in plain mode waits for: an answer, what is wanted after it, a retry, or a choice where nothing is due. */
export type Asked = 'answer' | 'after' | 'retry' | 'more';

/** What is typed; undefined to type nothing. */
type Typed = string | undefined;

/** A label up to its colon as what is waited for. */
function askedBy(label: string): Asked {
  if (label.includes(wordFor('unknownKey', 'en'))) return 'answer';
  if (label.startsWith(`Enter ${wordFor('retry', 'en')}`)) return 'retry';
  return label.startsWith(`Enter ${wordFor('next', 'en')},`) ? 'after' : 'more';
}

/** Replies to every prompt of a session in plain mode as it comes; `unknown` is how not to know is typed there. */
export function replying(
  { child, type }: Running,
  reply: (asked: Asked, unknown: string) => Typed | Promise<Typed>,
): void {
  let unread = '';
  child.stdout?.on('data', async (text: string) => {
    unread += text;
    if (!unread.endsWith(': ')) return;
    const label = unread.slice(unread.lastIndexOf('\n') + 1);
    unread = '';
    try {
      const line = await reply(askedBy(label), label.includes(':0') ? ':0' : '0');
      if (line !== undefined) type(`${line}\n`);
    } catch (error) {
      // Nobody would reply any more.
      child.kill('SIGKILL');
      throw error;
    }
  });
}
