/** The seed of this run: another each time, unless LLMQUIZ_SEED repeats one. */
export const runSeed = process.env.LLMQUIZ_SEED ?? String(Date.now() % 1_000_000);

/** Prints what a proof came to, in one line. */
export function printFigures(row: string, figures: Readonly<Record<string, number | string>>): void {
  const words = Object.entries(figures).map(([name, figure]) => `${figure} ${name}`);
  console.log(`${row}: ${words.join(', ')} (LLMQUIZ_SEED=${runSeed})`);
}
