import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file beside its place and moves it there: who reads it meanwhile has the old text or the new, whole. */
export function replaceFile(path: string, text: string): void {
  const aside = `${path}.${process.pid}.aside`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
