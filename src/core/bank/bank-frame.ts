import type { Lang } from '../base/text.ts';
import { isMapping } from '../yaml/data.ts';
import type { YamlSource } from '../yaml/source.ts';
import type { BankAbout } from './compile.ts';
import type { LocatedFrame } from './located-bank.ts';
import type { BankFrame } from './schema.ts';
import { bankSchema } from './schema.ts';
import { type Shape, shapeOf } from './shape/shape.ts';

/** Reads what a bank says of itself. */
export const readFrame = (source: YamlSource): Shape<BankFrame> =>
  shapeOf({
    source,
    path: [],
    data: isMapping(source.data) ? source.data : {},
    schema: bankSchema,
    noun: 'a bank',
  });

/** The folder of a file, with a slash at its end; empty for the working directory. */
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

const isAbsolute = (path: string) => /^(?:[A-Za-z]:)?\//.test(path);

/** Whether a file lies in a folder, however deep. Paths are absolute only outside the working directory: then the folder is above it. */
const liesIn = (path: string, folder: string) =>
  path.startsWith(folder) || (isAbsolute(folder) && !isAbsolute(path));

/** Of several frames the nearest that lies beside or above all of some decks. */
export function pickFrame<F extends Pick<LocatedFrame, 'source'>>(
  decks: readonly string[],
  frames: readonly F[],
): F | undefined {
  const depth = ({ source }: F) =>
    (isAbsolute(source.path) ? 0 : 1) + folderOf(source.path).split('/').length;
  return frames
    .filter(({ source }) => decks.every((deck) => liesIn(deck, folderOf(source.path))))
    .sort((a, b) => depth(b) - depth(a) || (a.source.path < b.source.path ? -1 : 1))[0];
}

/** The language of a deck that does not name its own. */
export const languageBy = (deck: string, frames: readonly LocatedFrame[]): Lang =>
  pickFrame(
    [deck],
    frames.filter(({ frame }) => frame.language !== undefined),
  )?.frame.language ?? 'en';

/** What is kept of a frame in the compiled bank. */
export const aboutOf = ({ id, title, licence }: BankFrame): BankAbout => ({
  ...(id === undefined ? {} : { id }),
  ...(title === undefined ? {} : { title }),
  ...(licence === undefined ? {} : { licence }),
});
