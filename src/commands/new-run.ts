import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { addItem, type ExtendedDeck, type NotAdded } from '#core/bank/add-item.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { bytesOf } from '#shell/bank/read-bytes.ts';
import { doorTo } from '#shell/page/door.ts';
import { writeRefusal } from '#shell/system/errno.ts';
import { languageOf } from '#shell/system/language.ts';
import { realPathOf } from '#shell/system/real-path.ts';
import { replaceFile } from '#shell/system/replace-file.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { isAtTerminal } from '#shell/terminal/ask-line.ts';
import type { NewOptions } from './new.ts';
import { type AuthoredBank, chooseDeck, readAuthoredBank } from './new-deck.ts';
import { type NewDesk, type WrittenEntry, writeEntry } from './new-entry.ts';
import { pickKind } from './new-kind.ts';
import { idsIn, makeTemplate } from './new-template.ts';

/** Adds a question to a deck by way of the editor; without a terminal, prints one to write over. */
export async function runNew(world: World, word: string | undefined, options: NewOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const kind = pickKind(word, lang);
  const bank = readAuthoredBank(world, options.bank);
  const wishes = {
    ...{ kind, lang },
    ids: bank === undefined ? new Set<string>() : idsIn(bank.located),
    refs: bank === undefined ? [] : [...bank.located.targets.sources.ids],
  };
  if (!isAtTerminal(world)) {
    const language = bank?.located.decks[0]?.language ?? lang;
    doorTo(world.stdout, world).page((await makeTemplate({ ...wishes, language })).text);
    return 0;
  }
  if (bank === undefined)
    throw new UserError(
      inLanguage(lang)(
        'Which bank is it for? Add --bank PATH, or begin one with `llmquiz init`.',
        '要加到哪个题库？请加 --bank PATH，或用 `llmquiz init` 新建一个。',
      ),
    );
  const deck = await chooseDeck(world, bank, options.deck, lang);
  if (typeof deck === 'number') return deck;
  const { path } = deck.source;
  const before = textOf(bank, path);
  const template = await makeTemplate({ ...wishes, language: deck.language, deck: path });
  refuseDeck(addItem(before, template.text), path, lang);
  const desk: NewDesk = { world, bank, path, before, template, lang };
  const written = await writeEntry(desk);
  if (typeof written === 'number') return written;
  return save(desk, written);
}

const textOf = ({ files }: AuthoredBank, path: string) =>
  files.find((file) => file.path === path)?.text ?? '';

/** Throws if nothing can be added to a deck. */
function refuseDeck(result: ExtendedDeck | NotAdded, path: string, lang: Lang): void {
  if (!('because' in result)) return;
  const t = inLanguage(lang);
  throw new UserError(
    result.because === 'broken'
      ? t(
          `${path} cannot be read from line ${result.line} on, so nothing was added. See \`llmquiz check ${path}\`.`,
          `${path} 从第 ${result.line} 行起无法读取，因此没有添加。请看 \`llmquiz check ${path}\`。`,
        )
      : t(
          `Nothing can be added to ${path} by itself: write its questions as a list below \`items:\`, each beginning with \`- id:\`.`,
          `无法自动添加到 ${path}：请把题目写成 \`items:\` 下的列表，每道题以 \`- id:\` 开头。`,
        ),
    1,
  );
}

/** Writes the deck back to where it was read, unless another program has changed it. */
function save({ world, bank, path, before, lang }: NewDesk, entry: WrittenEntry): ExitCode {
  const t = inLanguage(lang);
  const { text, start, id, file, discard } = entry;
  const place = bank.places.get(path) ?? realPathOf(resolve(world.cwd, path));
  const why = refusalOf(place, before, text, lang);
  if (why !== undefined)
    throw new UserError(
      t(
        `${path} was not written: ${why}. What you wrote is in ${file}.`,
        `未写入 ${path}：${why}。你写的内容在 ${file}。`,
      ),
      1,
    );
  discard();
  const line = text.slice(0, start).split('\n').length;
  doorTo(world.stdout, world).page(
    t(`Added \`${id}\` at ${path}:${line}.\n`, `已添加 \`${id}\`，位于 ${path}:${line}。\n`),
  );
  return 0;
}

/** Replaces a file; why it stays as it is, if it does. */
function refusalOf(place: string, before: string, text: string, lang: Lang): string | undefined {
  const changed = inLanguage(lang)(
    'it is not UTF-8, or another program changed it',
    '它不是 UTF-8，或被其他程序改动',
  );
  const obstacle = () => (bytesOf(place).equals(Buffer.from(before)) ? undefined : changed);
  try {
    return obstacle() ?? replaceFile(place, text, { like: statSync(place), durable: true, obstacle });
  } catch (error) {
    return writeRefusal(error, lang);
  }
}
