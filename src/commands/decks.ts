import { languageOf } from '#shell/system/language.ts';
import { tellingDeckNameOf } from '../core/bank/deck-name.ts';
import { inLanguage } from '../core/base/text.ts';
import { studyDayOf } from '../core/learner/events/day.ts';
import { standingsOf } from '../core/learner/insight/progress.ts';
import { localStatesOf } from '../core/learner/memory/local.ts';
import { aimFrom } from '../core/learner/plan/aim.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import { isPlainOutput, openTerminal } from '../shell/terminal/open-terminal.ts';
import { type DeckRow, describeDecks, describeNewFocus, tickListOf } from './decks-texts.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, makeReviewsOption, withCommonOptions } from './shared/options.ts';
import { openRooms, type Rooms } from './shared/rooms.ts';
import { pickDecks } from './shared/select-items.ts';

interface DecksOptions extends CommonOptions {
  readonly only?: readonly string[];
  readonly all?: boolean;
  readonly reviews?: 'all' | 'focus';
  readonly plain?: boolean;
  readonly json?: boolean;
}

/** `llmquiz decks`: shows how far each deck is, and sets which of them new questions come from. */
export const addDecks: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('decks')
      .description('choose the decks to learn now, and see how far each is')
      .option('--only <names>', 'learn only these decks, such as context,tokens', listNames)
      .option('--all', 'learn all decks')
      .addOption(makeReviewsOption())
      .option('--plain', 'numbered prompts, for screen readers and scripts')
      .option('--json', 'print JSON'),
  ).action(async (options: DecksOptions) => finish(await runDecks(world, options)));
};

/** Names in a list; spaces may be part of a name. */
const listNames = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value
    .normalize()
    .split(/[,，、]/)
    .map((name) => name.trim()),
];

/** Sets what the options say, or asks in a terminal, or prints the list. */
async function runDecks(world: World, options: DecksOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const rooms = await openRooms(world, options, askWhether);
  const { bank, paths } = rooms;
  const { decks } = bank.index;
  const rows = rowsOf(world, options, rooms);
  if (options.json === true) {
    printJson(world, { version: 1, ...jsonOf(rows, options) });
    return 0;
  }
  const { only, all, reviews } = options;
  if (only !== undefined && all === true)
    throw new UserError(
      inLanguage(lang)('Choose --only or --all, not both.', '--only 和 --all 只能选一个。'),
    );
  const save = async (focus: ReadonlySet<string> | undefined) => {
    const { saveFocus } = await import('./save-focus.ts');
    const told = { ...(focus === undefined ? {} : { focus }), ...(reviews === undefined ? {} : { reviews }) };
    const settings = saveFocus(paths, decks, told, lang);
    (await printerFor(world)).print(describeNewFocus(aimFrom(settings, decks).aim, decks, lang));
    return 0 as const;
  };
  if (all === true) return save(new Set());
  if (only !== undefined) return save(pickDecks(only, decks, lang));
  if (reviews !== undefined) return save(undefined);
  if (world.stdout.isTTY !== true || world.stdin.isTTY !== true) {
    const { print, columns } = await printerFor(world);
    print(
      describeDecks(rows, { columns, bars: !isPlainOutput(world, { plain: options.plain === true }) }, lang),
    );
    return 0;
  }
  const chosen = await askWhich(world, rows, options);
  return chosen instanceof Set ? save(chosen) : (chosen as ExitCode);
}

/** Asks which decks to learn; the exit code if the learner leaves. */
async function askWhich(
  world: World,
  rows: readonly DeckRow[],
  options: DecksOptions,
): Promise<ReadonlySet<string> | ExitCode> {
  const lang = languageOf(world, options.lang);
  const plain = { plain: options.plain === true };
  const look = { columns: world.stdout.columns ?? 80, bars: !isPlainOutput(world, plain) };
  const terminal = await openTerminal(world, { lang, ...plain });
  try {
    const ticked = await terminal.tick(tickListOf(rows, look, lang));
    return 'code' in ticked ? ticked.code : new Set(ticked);
  } finally {
    terminal.close();
  }
}

function rowsOf(world: World, { settings = {} }: DecksOptions, { bank, history }: Rooms): readonly DeckRow[] {
  const { heads, decks } = bank.index;
  const now = world.now();
  const { aim } = aimFrom(settings, decks);
  const states = localStatesOf(history.states, now);
  const standings = new Map(standingsOf({ heads, states, aim }, studyDayOf(now)).map((s) => [s.deck, s]));
  return decks.flatMap((deck) => {
    const standing = standings.get(deck.name);
    if (standing === undefined) return [];
    const { name, title } = deck;
    const short = tellingDeckNameOf(deck, decks);
    return [{ ...standing, title, short, isFocused: aim.decks?.has(name) ?? false }];
  });
}

function jsonOf(rows: readonly DeckRow[], { settings = {} }: DecksOptions) {
  const focus = rows.filter(({ isFocused }) => isFocused).map(({ deck }) => deck);
  return {
    focus: focus.length === 0 ? 'all' : focus,
    reviews: settings.reviews ?? 'all',
    decks: rows.map(({ deck, title, items, begun, presumed, due }) => ({
      ...{ deck, title, items, begun, presumed, due },
    })),
  };
}
