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
    const choices = [
      { key: 'y', label: pickLanguage(yes, lang) },
      { key: 'Enter', label: pickLanguage({ en: 'cancel', zh: '取消' }, lang) },
    ];
    const chosen = await terminal.choose(choices, true);
    if (chosen === 'y') return undefined;
    terminal.print(pickLanguage(refused, lang));
    return (typeof chosen === 'object' && chosen.code) || 1;
  } finally {
    terminal.close();
  }
}

/** A question whose answer decides what is recorded from now on. */
export interface Alternative {
  readonly text: string;
  /** What `y` and `n` stand for. */
  readonly yes: Text;
  readonly no: Text;
}

/** Asks until `y` or `n` is pressed; returns the exit code if the learner leaves. */
export async function askWhether(
  world: World,
  { text, yes, no }: Alternative,
  lang: Lang,
): Promise<boolean | ExitCode> {
  const terminal = await openTerminal(world, { lang, plain: false });
  try {
    terminal.print(text);
    for (;;) {
      const choices = [
        { key: 'y', label: pickLanguage(yes, lang) },
        { key: 'n', label: pickLanguage(no, lang) },
      ];
      const chosen = await terminal.choose(choices, true);
      if (chosen === 'y' || chosen === 'n') return chosen === 'y';
      if (typeof chosen === 'object') return chosen.code;
    }
  } finally {
    terminal.close();
  }
}
