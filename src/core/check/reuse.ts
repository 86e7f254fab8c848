import type { LocatedItem } from '../bank/located-bank.ts';
import { type BankFile, readYaml, type YamlSource } from '../yaml/source.ts';

/** What checks of one bank with the same options, one after the other, need not do twice: read files and judge questions that are still as they were. */
export interface Reuse {
  readonly read: (file: BankFile) => YamlSource;
  /** Whether rules on single questions found nothing in a question that is written like this one. */
  readonly isClean: (located: LocatedItem) => boolean;
  readonly noteClean: (located: LocatedItem) => void;
  /** Forgets what the checks since the last call did not meet. */
  readonly forget: () => void;
}

/** A longer stretch is hardly one question: that of a deck which is not cut at its questions is the whole file. */
const longest = 16_000;

/** Returns an empty store for the checks of one bank. */
export function makeReuse(): Reuse {
  let files = new Map<string, Read>();
  let clean = new Set<string>();
  let [filesMet, cleanMet] = [new Map<string, Read>(), new Set<string>()];
  return {
    read(file) {
      const before = files.get(file.path);
      const isSame = before?.file.text === file.text && before.file.unread === file.unread;
      const now = before !== undefined && isSame ? before : { file, source: readYaml(file) };
      files.set(file.path, now);
      filesMet.set(file.path, now);
      return now.source;
    },
    isClean(located) {
      const key = keyOf(located);
      if (key === undefined || !clean.has(key)) return false;
      cleanMet.add(key);
      return true;
    },
    noteClean(located) {
      const key = keyOf(located);
      if (key === undefined) return;
      clean.add(key);
      cleanMet.add(key);
    },
    forget() {
      [files, clean] = [filesMet, cleanMet];
      [filesMet, cleanMet] = [new Map(), new Set()];
    },
  };
}

interface Read {
  readonly file: BankFile;
  readonly source: YamlSource;
}

/** Everything that rules on single questions look at; findings have places, so only questions without any are known again. */
function keyOf({ source, path, deck, language }: LocatedItem): string | undefined {
  const { start, end } = source.around(path);
  if (end - start > longest) return undefined;
  return `${source.path}\n${deck}\n${language}\n${source.text.slice(start, end)}`;
}
