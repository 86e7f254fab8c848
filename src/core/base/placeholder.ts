/** What file synchronisers put after the name of a file that they have not downloaded. */
const ends = /\.(?:nextcloud|owncloud|cloud)$/i;

/** The name of the file that a synchroniser's placeholder stands for; undefined if the name is not that of one. */
export function placeholderFor(name: string): string | undefined {
  const [, icloud] = /^\.(.+)\.icloud$/i.exec(name) ?? [];
  return icloud ?? (ends.test(name) ? name.replace(ends, '') : undefined);
}
