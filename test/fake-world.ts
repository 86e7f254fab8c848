import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Bank, compileBank } from '#core/bank/compile.ts';
import { randomFrom } from '#core/base/random.ts';
import { checkBank } from '#core/check/check.ts';
import type { Event } from '#core/learner/events/event.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { writeStore } from '#shell/bank/bank-store.ts';
import { deviceOf } from '#shell/log/device.ts';
import { listLogs, readLog } from '#shell/log/read-log.ts';
import type { ExitCode, World } from '#shell/system/world.ts';
import { main } from '../src/cli.ts';
import { at } from './events.ts';
import { tempFolder } from './temp.ts';

const fixture = fileURLToPath(new URL('fixtures/bank', import.meta.url));

let fixtures: Bank | undefined;

/** The bank of test/fixtures: an item of every kind, and some facts. It is read once for all the machines that ship it. */
export function fixtureBank(): Bank {
  fixtures ??= readFixtures();
  return fixtures;
}

function readFixtures(): Bank {
  const { files } = readBankFiles([fixture], fixture);
  const { bank, diagnostics } = checkBank(files);
  if (diagnostics.some((d) => d.severity === 'error')) throw new Error(JSON.stringify(diagnostics));
  return bank;
}

/** The bank of test/fixtures with some of its items, each changed. */
export function bankWith(change: (item: Bank['decks'][number]['items'][number]) => object | undefined): Bank {
  const bank = fixtureBank();
  const decks = bank.decks.map((deck) => ({
    ...deck,
    items: deck.items.flatMap((item) => {
      const changed = change(item);
      return changed === undefined ? [] : [changed as typeof item];
    }),
  }));
  return { ...bank, decks: decks.filter((d) => d.items.length > 0) };
}

const desk = { host: 'desk', identity: 'desk' };

/** What one run of the program came to. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A learner's machine that is not there: its clock stands still until it is set, its dice are loaded, its disk is a temp folder. */
export interface FakeMachine {
  /** The home and working directory. */
  readonly root: string;
  readonly data: string;
  readonly log: string;
  /** Runs the program in plain mode on a line of words, with what is typed. */
  run(
    words: string,
    input?: string,
    env?: Readonly<Record<string, string>>,
    more?: Partial<World>,
  ): Promise<Ran>;
  /** Sets the clock. */
  set(iso: string): void;
  /** Lets each look at the clock take so many milliseconds. */
  tick(ms: number): void;
  /** Puts another bank in the place of the one that ships. */
  ship(bank: Bank): void;
  /** Every event on disk, file by file. */
  events(): readonly Event[];
}

/** A machine at ten on a Sunday morning, with the bank of test/fixtures; `given` is what it has of its own. */
export function fakeMachine(bank: Bank = fixtureBank(), given: Partial<World> = {}): FakeMachine {
  const root = tempFolder();
  const [data, shipped] = [join(root, 'data'), join(root, 'shipped')];
  const random = randomFrom('machine');
  let now = at('2026-03-01T10:00:00.000+01:00');
  let step = 0;
  const ship = (next: Bank) => writeStore(shipped, compileBank(next, Buffer.byteLength), 'shipped');
  mkdirSync(shipped);
  ship(bank);
  const clock = () => {
    const seen = now;
    now = { ...now, ms: now.ms + step };
    return seen;
  };
  return {
    root,
    data,
    log: join(data, 'events', `${deviceOf(desk)}.jsonl`),
    ship,
    set(iso) {
      now = at(iso);
    },
    tick(ms) {
      step = ms;
    },
    async run(words, input = '', env = {}, more = {}) {
      const [stdout, stderr] = [collector(), collector()];
      const world: World = {
        ...{ now: clock, random, stdin: Readable.from([input]), stdout, stderr, home: root, cwd: root },
        ...{
          platform: 'linux',
          shippedBank: shipped,
          machine: () => desk,
          calledAs: 'llmquiz',
          onSignal: () => () => {},
        },
        env: { LLMQUIZ_DATA_DIR: data, LANG: 'en_GB.UTF-8', ...env },
        ...given,
        ...more,
      };
      const code = await main(
        words.split(' ').filter((w) => w !== ''),
        world,
      );
      return { code, out: stdout.text(), err: stderr.text() };
    },
    events() {
      const events: Event[] = [];
      for (const path of listLogs(join(data, 'events')))
        readLog(path, 0, (line) => {
          if (line.type === 'event') events.push(line.event);
        });
      return events;
    },
  };
}

function collector() {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return Object.assign(stream, { text: () => text });
}

/** Lines as they are typed. */
export const typed = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
