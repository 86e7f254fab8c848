import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tellingDeckNameOf } from '#core/bank/deck-name.ts';
import type { LocatedBank, LocatedDeck } from '#core/bank/located-bank.ts';
import { readBank } from '#core/bank/read-bank.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { type BankFiles, readBankFiles } from '#shell/bank/bank-files.ts';
import { ownBankPathOf } from '#shell/bank/open-bank.ts';
import { toDiskPath } from '#shell/bank/path-on-disk.ts';
import { type ExitCode, isUserError, messagesOf, UserError, type World } from '#shell/system/world.ts';
import { openLineDialogue } from '#shell/terminal/ask-line.ts';
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

/** The deck that a question is for: the one that a word names, the only one, or the one that is chosen at the terminal. */
export async function chooseDeck(
  world: World,
  { located }: AuthoredBank,
  word: string | undefined,
  lang: Lang,
): Promise<LocatedDeck | ExitCode> {
  const { decks } = located;
  const t = inLanguage(lang);
  const [only, ...others] = decks;
  if (only === undefined)
    throw new UserError(t('The bank has no deck to add it to.', '题库中没有可以添加的题组。'), 1);
  if (word !== undefined) return deckMeant(word, decks, lang);
  return others.length === 0 ? only : askForDeck(world, decks, lang);
}

function deckMeant(word: string, decks: readonly LocatedDeck[], lang: Lang): LocatedDeck {
  const heads = decks.map(({ name, title, written = 0 }) => ({ name, title, items: written }));
  const meant = pickDecks([word], heads, lang);
  return decks.find(({ name }) => meant.has(name)) ?? (decks[0] as LocatedDeck);
}

/** Asks until a deck is named or numbered. */
async function askForDeck(
  world: World,
  decks: readonly LocatedDeck[],
  lang: Lang,
): Promise<LocatedDeck | ExitCode> {
  const t = inLanguage(lang);
  const dialogue = openLineDialogue(world);
  try {
    const list = decks.map((deck, i) => `  ${i + 1}. ${tellingDeckNameOf(deck, decks)}`);
    dialogue.say([t('Which deck is it for?', '要加到哪个题组？'), ...list].join('\n'));
    for (;;) {
      const line = await dialogue.ask(t('Its number or name: ', '编号或名称：'));
      if (typeof line !== 'string') return line.code;
      const numbered = /^\d+$/.test(line) ? decks[Number(line) - 1] : undefined;
      if (numbered !== undefined) return numbered;
      try {
        if (line !== '') return deckMeant(line, decks, lang);
      } catch (error) {
        if (!isUserError(error)) throw error;
        dialogue.say(messagesOf(error, lang).join('\n'));
      }
    }
  } finally {
    dialogue.close();
  }
}
