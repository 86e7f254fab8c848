/** The endings that sync apps give to files that are not downloaded. */
const ends = /\.(?:nextcloud|owncloud|cloud)$/i;

/** The name of the file that a sync app's placeholder stands for; undefined for other names. */
export function placeholderFor(name: string): string | undefined {
  const [, icloud] = /^\.(.+)\.icloud$/i.exec(name) ?? [];
  return icloud ?? (ends.test(name) ? name.replace(ends, '') : undefined);
}
