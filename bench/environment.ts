import { cpus } from 'node:os';
import { toIso } from '#core/base/instant.ts';
import { now } from './generate-log.ts';
import type { Call } from './measure.ts';

/** What a table was measured on, and how. */
export function header(rounds: number, inherited: boolean): string {
  const [cpu] = cpus();
  const machine = `${process.platform}-${process.arch}, ${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}`;
  const how = `${rounds} rounds, each in random order, in ${inherited ? "the caller's" : 'a bare'} environment`;
  return `Node ${process.version}, ${machine}; ${how}.`;
}

/** Without what would make the runs differ: the learner's own language, bank and directories. */
export function environment(inherited: boolean): Call['env'] {
  const own = { LANG: 'en_US.UTF-8', LLMQUIZ_NOW: toIso(now) };
  if (!inherited) return { PATH: process.env.PATH, HOME: process.env.HOME, ...own };
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(LLMQUIZ|LC|npm)_|^ACCESSIBLE$/.test(name),
  );
  return { ...Object.fromEntries(others), ...own };
}
