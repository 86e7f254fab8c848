import { type Command, InvalidArgumentError } from 'commander';
import { aliasesOf } from '#core/bank/aliases.ts';
import type { BankIndex } from '#core/bank/compile.ts';
import { shortDeckNameOf } from '#core/bank/deck-name.ts';
import type { ItemHead } from '#core/bank/head.ts';
import { findNearest } from '#core/base/nearest.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { UserError } from '#shell/system/world.ts';
import { makeUnknownError } from './unknown-question.ts';

/** The highest level of a question. */
const highestLevel = 5;

/** Levels of questions, both ends included. */
interface LevelRange {
  readonly from: number;
  readonly to: number;
}

/** What options select questions by. */
export interface ItemOptions {
  readonly deck?: readonly string[];
  readonly tag?: readonly string[];
  readonly level?: LevelRange;
}

/** A command with the options that select questions. */
export const withItemOptions = (command: Command): Command =>
  command
    .option('-d, --deck <name>', 'only questions of this deck (repeatable)', collect)
    .option('-t, --tag <tag>', 'only questions with this tag (repeatable)', collect)
    .option('--level <levels>', 'only questions of this level, such as 3, 2-4 or 3+', levels);

/** Names are compared with composed letters: a keyboard and macOS's file system may take them apart. */
const collect = (value: string, before: readonly string[] = []) => [...before, value.normalize()];

/** Levels as `3`, `2-4`, `3+`. */
function levels(value: string): LevelRange {
  const [, from = '', plus, to] = /^([1-5])(?:(\+)|-([1-5]))?$/.exec(value.normalize('NFKC')) ?? [];
  const range = { from: Number(from), to: plus === undefined ? Number(to ?? from) : highestLevel };
  if (from === '' || range.from > range.to)
    throw new InvalidArgumentError('Levels go from 1 to 5: write 3, 2-4 or 3+.');
  return range;
}

/** The number of names listed when it is unclear which was meant. */
const mostListed = 12;

/** A test for the items that options select; throws an error with the choices if they select none. */
export function selectItems(
  { deck, tag, level }: ItemOptions,
  { decks, heads }: BankIndex,
  lang: Lang,
): (head: ItemHead) => boolean {
  const t = inLanguage(lang);
  if (heads.length === 0) throw new UserError(t('The bank has no questions.', '题库中没有题目。'), 1);
  const wantedDecks = deck && pickDecks(deck, decks, lang);
  const tags = tag && [...new Set(heads.flatMap((h) => h.tags))].sort();
  const wantedTags =
    tags && new Set(tag.map((told) => nameMeant(told, tags, { en: 'tag', zh: '标签' }, lang)));
  const wanted = (head: ItemHead) =>
    (wantedDecks?.has(head.deck) ?? true) &&
    (wantedTags === undefined || head.tags.some((of) => wantedTags.has(of))) &&
    (level === undefined || (level.from <= head.level && head.level <= level.to));
  if (heads.some(wanted)) return wanted;
  const told = Object.entries({ '--deck': deck, '--tag': tag, '--level': level });
  const names = told.flatMap(([name, value]) => (value === undefined ? [] : [name]));
  throw new UserError(
    t(
      `No question matches ${names.join(' and ')}. Choose others, or list the questions with \`llmquiz list\`.`,
      `没有题目符合 ${names.join(' 和 ')}。请换一个条件，或用 \`llmquiz list\` 查看全部题目。`,
    ),
  );
}

/** The names of the decks that some words mean; throws an error with the choices if one means none, or several. */
export function pickDecks(
  words: readonly string[],
  decks: BankIndex['decks'],
  lang: Lang,
): ReadonlySet<string> {
  const decksMeant = (told: string) => {
    const whole = decks.filter(({ name }) => name.normalize() === told);
    if (whole.length > 0) return whole;
    const filed = decks.filter(({ name }) => isFileOf(name, told));
    if (filed.length === 1) return filed;
    const meant = nameMeant(told, decks.map(shortDeckNameOf), { en: 'deck', zh: '题组' }, lang);
    return decks.filter((of) => shortDeckNameOf(of) === meant);
  };
  return new Set(words.flatMap((word) => decksMeant(word.normalize())).map(({ name }) => name));
}

/** True if a word is the file of a deck, with its folder or ending or not, or the number that its name begins with: `3` of `03-rivers.yaml`. */
function isFileOf(name: string, told: string): boolean {
  const file = told
    .replace(/^.*[\\/]/, '')
    .replace(/\.ya?ml$/i, '')
    .toLowerCase();
  return (
    name.normalize().toLowerCase() === file ||
    (/^\d+$/.test(file) && Number.parseInt(name, 10) === Number(file))
  );
}

/** The items with some ids, present or former; throws an error if one is unknown. */
export function pickIds(ids: readonly string[], index: BankIndex): ReadonlySet<string> {
  const aliases = aliasesOf(index);
  const known = new Set(index.heads.map(({ id }) => id));
  const meant = ids.map((id) => id.normalize()).map((id) => aliases.get(id) ?? id);
  const unknown = meant.find((id) => !known.has(id));
  if (unknown === undefined) return new Set(meant);
  throw makeUnknownError(unknown, [...known]);
}

/** The one name that a word is, begins or is part of; throws an error with the choices if there is none, or more than one. */
function nameMeant(
  told: string,
  names: readonly string[],
  noun: { readonly en: string; readonly zh: string },
  lang: Lang,
): string {
  const word = told.toLowerCase();
  const ways = [
    (name: string) => name === told,
    (name: string) => name.toLowerCase() === word,
    (name: string) => name.toLowerCase().startsWith(word),
    (name: string) => name.toLowerCase().includes(word),
  ];
  const found =
    word === ''
      ? []
      : (ways.map((is) => [...new Set(names.filter(is))]).find((some) => some.length > 0) ?? []);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const t = inLanguage(lang);
  if (found.length > 1)
    throw new UserError(
      t(
        `More than one ${noun.en} matches \`${told}\`: ${listed(found, lang)}. Type more of the name.`,
        `有多个${noun.zh}符合 \`${told}\`：${listed(found, lang)}。请输入更完整的名称。`,
      ),
    );
  const near = findNearest(told, names);
  throw new UserError(
    near === undefined
      ? t(
          `Unknown ${noun.en} \`${told}\`. Choose from: ${listed(names, lang)}.`,
          `未知${noun.zh} \`${told}\`。可选${noun.zh}：${listed(names, lang)}。`,
        )
      : t(
          `Unknown ${noun.en} \`${told}\`. Did you mean \`${near}\`?`,
          `未知${noun.zh} \`${told}\`。你是否想输入 \`${near}\`？`,
        ),
  );
}

/** Some names, and how many more there are. */
function listed(names: readonly string[], lang: Lang): string {
  const some = names.length > mostListed + 3 ? names.slice(0, mostListed) : names;
  const t = inLanguage(lang);
  const rest = some === names ? '' : t(` and ${names.length - some.length} more`, `等 ${names.length} 个`);
  return some.join(t(', ', '、')) + rest;
}
