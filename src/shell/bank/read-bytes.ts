import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** More bytes than any file of a bank may have. */
export const mostBytes = 32 * 2 ** 20;

/** The reason for refusing a larger file, as the end of a sentence. */
export const tooLarge = 'it is larger than 32 MiB';

/** Why the bytes of a path are not taken, though the system would give them. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

// Windows has neither: nothing there blocks when it is opened.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The bytes of a regular file at a path without a link at its end. Pipes and devices are refused without waiting for them. */
export function bytesOf(path: string): Buffer {
  const fd = openSync(path, flags);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new NotTaken(`it is ${fileKindOf(stats)}, not a file`);
    if (stats.size > mostBytes) throw new NotTaken(tooLarge);
    return allOf(fd, stats.size);
  } finally {
    closeSync(fd);
  }
}

/** Reads to the end, whatever the size was said to be: files that the system makes up have none. */
function allOf(fd: number, size: number): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let room = size + 1; ; room = Math.max(65_536, total)) {
    const chunk = Buffer.allocUnsafe(room);
    const count = readSync(fd, chunk);
    if (count === 0) return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > mostBytes) throw new NotTaken(tooLarge);
  }
}

/** The sort of a thing that is not a file, such as `a pipe`. */
export function fileKindOf(entry: Pick<Stats, 'isFIFO' | 'isSocket' | 'isDirectory'>): string {
  if (entry.isDirectory()) return 'a folder';
  if (entry.isFIFO()) return 'a pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
}
