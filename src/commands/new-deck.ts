import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tellingDeckNameOf } from '#core/bank/deck-name.ts';
import type { LocatedBank } from '#core/bank/located-bank.ts';
import { readBank } from '#core/bank/read-bank.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { type BankFiles, readBankFiles } from '#shell/bank/bank-files.ts';
import { ownBankPathOf } from '#shell/bank/open-bank.ts';
import { toDiskPath } from '#shell/bank/path-on-disk.ts';
import { UserError, type World } from '#shell/system/world.ts';
import { pickDecks } from './shared/select-items.ts';

/** A bank of the author's own, as its files are. */
export interface AuthoredBank extends BankFiles {
  readonly path: string;
  readonly located: LocatedBank;
}

/** The bank that was named, else the one in `questions`; undefined if there is none. */
export function readAuthoredBank(world: World, told: string | undefined): AuthoredBank | undefined {
  const usual = existsSync(join(world.cwd, 'questions')) ? 'questions' : undefined;
  const path = ownBankPathOf(world, told) ?? usual;
  if (path === undefined) return undefined;
  const read = readBankFiles([toDiskPath(path, world)], world.cwd);
  return { ...read, path, located: readBank(read.files, { whole: read.whole }).located };
}

/** The deck that a question is for: the one that a word names, or the only one. */
export function pickDeck({ located }: AuthoredBank, word: string | undefined, lang: Lang) {
  const { decks } = located;
  const t = inLanguage(lang);
  const [only, ...others] = decks;
  if (only === undefined)
    throw new UserError(t('The bank has no deck to add it to.', '题库中没有可以添加的题组。'), 1);
  if (word === undefined) {
    if (others.length === 0) return only;
    const names = decks.map((deck) => tellingDeckNameOf(deck, decks)).join(t(', ', '、'));
    throw new UserError(
      t(
        `Which deck is it for? Add --deck with one of: ${names}.`,
        `要加到哪个题组？请用 --deck 指定：${names}。`,
      ),
    );
  }
  const heads = decks.map(({ name, title, written = 0 }) => ({ name, title, items: written }));
  const meant = pickDecks([word.normalize()], heads, lang);
  return decks.find(({ name }) => meant.has(name)) ?? only;
}
