import type { World } from '../system/world.ts';
import type { Style } from './line.ts';

/** A way to show styles, links and commands of ours. */
export interface Paint {
  readonly style: (style: Style, text: string) => string;
  /** Absent if the terminal shows no links; the address is then printed. */
  readonly link?: (text: string, url: string) => string;
  /** The words that start the program; its name if absent. */
  readonly calledAs?: string;
}

/** No colour, no links. */
export const plainPaint: Paint = { style: (_style, text) => text };

/**
 * True if colour is wanted: by FORCE_COLOR, else unless NO_COLOR is set, else on a terminal with colours. Decided here, because
 * chalk does not obey NO_COLOR.
 */
function wantsColour({ env, stdout }: Pick<World, 'env' | 'stdout'>): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

/** True if the terminal is known to show OSC 8 links. */
function wantsLinks({ env, stdout }: Pick<World, 'env' | 'stdout'>): boolean {
  if (stdout.isTTY !== true || env.TERM === 'dumb' || env.CI !== undefined) return false;
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  const known = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'Tabby'];
  if (known.includes(env.TERM_PROGRAM ?? '')) return true;
  if (env.WT_SESSION !== undefined || env.KITTY_WINDOW_ID !== undefined || env.KONSOLE_VERSION !== undefined)
    return true;
  return Number(env.VTE_VERSION ?? 0) >= 5000;
}

/** A text in which our own commands, which stand in backticks, begin with the words that started the program. */
export const spellCommands = (text: string, calledAs: string): string =>
  calledAs === 'llmquiz' ? text : text.replace(/`llmquiz(?=[ `])/g, () => `\`${calledAs}`);

/** No colour, no links; for lines that may name our commands. */
export const plainPaintFor = ({ calledAs }: Pick<World, 'calledAs'>): Paint => ({ ...plainPaint, calledAs });

/** The paint for this terminal. Loads chalk only if there is colour. */
export async function paintFor(world: Pick<World, 'env' | 'stdout' | 'calledAs'>): Promise<Paint> {
  const more = { calledAs: world.calledAs, ...(wantsLinks(world) ? { link: osc8 } : {}) };
  if (!wantsColour(world)) return { ...plainPaint, ...more };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const styles = {
    strong: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    accent: chalk.cyan,
  } as const satisfies Record<Style, unknown>;
  return { style: (style, text) => styles[style](text), ...more };
}

const osc8 = (text: string, url: string) => `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
