import type { Lang, Text } from '#core/base/text.ts';
import { pickLanguage } from '#core/base/text.ts';
import type { ExitCode, World } from '../system/world.ts';
import { openTerminal } from './open-terminal.ts';

/** A question before something is recorded. */
export interface Confirmation {
  readonly text: string;
  /** What `y` does. */
  readonly yes: Text;
  /** Printed if the learner does not want it. */
  readonly refused: Text;
}

/** Asks whether to go on; returns the exit code if the learner does not want to. */
export async function askFirst(
  world: World,
  { text, yes, refused }: Confirmation,
  lang: Lang,
): Promise<ExitCode | undefined> {
  const terminal = await openTerminal(world, { lang, plain: false });
  try {
    terminal.print(text);
    const chosen = await terminal.choose([
      { key: 'y', label: pickLanguage(yes, lang) },
      { key: 'Enter', label: pickLanguage({ en: 'cancel', zh: '取消' }, lang) },
    ]);
    if (chosen === 'y') return undefined;
    terminal.print(pickLanguage(refused, lang));
    return (typeof chosen === 'object' && chosen.code) || 1;
  } finally {
    terminal.close();
  }
}
