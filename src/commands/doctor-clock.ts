import { inLanguage, type Lang } from '../core/base/text.ts';
import type { MisdatedLine } from '../shell/log/examine.ts';

/** The lines of `doctor` about lines of a log that were written under a wrong clock; those of one time in one line. */
export function describeWrongClock(misdated: readonly MisdatedLine[], lang: Lang): readonly string[] {
  const runs: MisdatedLine[][] = [];
  for (const line of misdated) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last?.line === line.line - 1 && clock(last.taken) === clock(line.taken)) run?.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => runText(run, lang));
}

function runText(run: readonly MisdatedLine[], lang: Lang): readonly string[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const t = inLanguage(lang);
  const taken = clock(first.taken);
  const [from, to] = [clock(first.at), clock(last.at)];
  const times = from === to ? from : t(`${from} to ${to}`, `${from} 至 ${to}`);
  const lines =
    run.length === 1
      ? t(`line ${first.line}`, `第 ${first.line} 行`)
      : t(`lines ${first.line}-${last.line}`, `第 ${first.line}–${last.line} 行`);
  return [
    t(
      `  ${lines}: written under a wrong clock (${times}); counted as ${taken}`,
      `  ${lines}：写入时系统时间有误（${times}），按 ${taken} 计`,
    ),
  ];
}

const clock = (at: string) => at.slice(0, 16).replace('T', ' ');
