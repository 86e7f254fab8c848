import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { type Bank, compileBank } from '#core/bank/compile.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { rules } from '#core/check/rules/index.ts';
import { writeStore } from '#shell/bank/bank-store.ts';
import { formats } from '#shell/report/formats/index.ts';
import type { ExitCode, World } from '#shell/system/world.ts';
import { main } from '../src/cli.ts';
import { at, linesOf, review, stamped } from './events.ts';
import { fixtureBank } from './fake-world.ts';
import { everything, hostileNames, leaksIn, obeyed, payloads } from './hostile.ts';
import { openWindow } from './shell/terminal/window.ts';
import { tempFolder } from './temp.ts';

const now = at('2026-03-01T10:00:00.000+01:00');

/** How the program is called in a place where everything is hostile. */
interface Call {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly isTTY?: boolean;
}

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A folder with a hostile name and everything in it hostile: the bank that ships, files of a bank, logs. */
interface Place {
  readonly cwd: string;
  /** The id of the first question. */
  readonly first: string;
  /** What of the world belongs to it. */
  readonly world: Pick<World, 'now' | 'home' | 'cwd' | 'shippedBank' | 'machine'>;
  readonly run: (call: Call) => Promise<Ran>;
}

/** Texts in all that a learner reads; what the program itself reads stays. */
function withTexts<T>(value: T, payload: string, key = ''): T {
  if (typeof value === 'string')
    return (['kind', 'verdict', 'asOf', 'tolerance'].includes(key) ? value : `${value}${payload}`) as T;
  if (Array.isArray(value)) return value.map((one) => withTexts(one, payload)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withTexts(v, payload, k)])) as T;
}

function hostileBank(payload: string): Bank {
  const { decks, sources, statements } = fixtureBank();
  return {
    decks: withTexts(decks, payload).map((deck) => ({ ...deck, intro: `intro${payload}` })),
    sources: new Map([...sources].map(([id, source]) => [id + payload, withTexts(source, payload)])),
    statements,
  };
}

/** A deck with an error and something to mend in each place, and payloads in texts, comments, keys and lines of a text. */
function hostileDeck(payload: string): string {
  const quoted = JSON.stringify(`Byte${payload}`);
  const block = payload.replaceAll(/[\r\n]/g, '').replace('\0', '');
  return makeSampleDeck('Byte-pair encoding', quoted)
    .replace('level: 1', `level: 9 # ${block}\n    ${JSON.stringify(payload)}: 1`)
    .replace('tags: [tokens]', `tags: ${JSON.stringify(payload)}`)
    .replace(
      /rationale: .*/,
      `rationale: |\n      a  b ${block}\n      ::error::${block}\n      ##[error]${block}`,
    );
}

function placeWith(payload: string): Place {
  const names = payload === '' ? [''] : hostileNames;
  const cwd = join(tempFolder(), ...names);
  const [data, shipped] = [join(cwd, 'data'), join(cwd, 'shipped')];
  const [decks, own] = [join(cwd, 'questions/decks'), join(cwd, 'own')];
  for (const folder of [join(data, 'events'), shipped, decks, join(own, ...names)])
    mkdirSync(folder, { recursive: true });
  const bank = hostileBank(payload);
  writeStore(shipped, compileBank(bank, Buffer.byteLength), 'shipped');
  const named = sampleDeck.replace('level: 1', 'level: 9').replace('tags: [tokens]', 'tags: tokens');
  for (const name of names) writeFileSync(join(decks, `a${name}.yaml`), named);
  writeFileSync(join(decks, 'b.yaml'), hostileDeck(payload));
  writeFileSync(join(decks, 'c.yaml'), `title: ${payload}\n  - [`);
  for (const name of names) writeFileSync(join(own, ...names, `c${name}.yaml`), hostileDeck(payload));
  const first = bank.decks[0]?.items[0]?.id ?? '';
  const answer = { type: 'typed', texts: [payload] } as const;
  // As it can be named in an argument, which has no NUL.
  const gone = `gone${payload.replaceAll('\0', '')}`;
  const events = [
    stamped(
      review(first, { answer, verdict: 'wrong', rating: 'again' }),
      1,
      '2026-02-01T10:00:00.000+01:00',
      payload,
    ),
    stamped({ type: 'flagged', item: first }, 2, '2026-02-01T10:00:01.000+01:00', payload),
    stamped({ type: 'suspended', item: gone }, 3, '2026-02-01T10:00:02.000+01:00', payload),
    stamped({ type: 'suspended', item: first }, 4, '2026-02-01T10:00:03.000+01:00', payload),
    stamped(review(gone, { answer }), 5, '2026-02-01T10:00:04.000+01:00', payload),
  ];
  for (const name of names)
    writeFileSync(
      join(data, 'events', `e${name}.jsonl`),
      `${linesOf(events)}{"v":1,"id":${JSON.stringify(payload)}}\n${payload}\n`,
    );
  const desk = `desk${payload}`;
  const machine = () => ({ host: desk, identity: desk });
  const place = { now: () => now, home: cwd, cwd, shippedBank: shipped, machine };
  return {
    cwd,
    first,
    world: place,
    async run({ argv, env = {}, input = '', isTTY = false }) {
      const [out, err] = [collector(isTTY), collector(isTTY)];
      const stdin = Readable.from([input]);
      const world: World = {
        ...place,
        ...{
          random: () => 0.5,
          stdin,
          stdout: out,
          stderr: err,
          platform: 'linux',
          calledAs: 'llmquiz',
          onSignal: () => () => {},
        },
        env: {
          LLMQUIZ_DATA_DIR: data,
          LANG: 'en_GB.UTF-8',
          TERM: 'xterm',
          ...(isTTY ? {} : { GITHUB_ACTIONS: 'true' }),
          ...env,
        },
      };
      return { code: await main(argv, world), out: out.text(), err: err.text() };
    },
  };
}

function collector(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return Object.assign(stream, { text: () => text, columns: 60, rows: 40, isTTY });
}

/** How a command is called, as its help says: what stands for its arguments, and its options. */
interface Usage {
  readonly name: string;
  readonly takesNames: boolean;
  readonly flags: readonly string[];
  readonly options: readonly string[];
}

async function usageOf(name: string, place: Place): Promise<Usage> {
  const { out } = await place.run({ argv: [name, '--help'] });
  const all = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)( <)?/gm)];
  const those = (withValue: boolean) =>
    all.flatMap(([, option = '', value]) => ((value !== undefined) === withValue ? [option] : []));
  return { name, takesNames: /^Usage: .*</m.test(out), flags: those(false), options: those(true) };
}

/** Every way in that all commands have: arguments, options, variables. What is typed skips, and then ends. */
function callsOf({ name, takesNames, flags, options }: Usage, { cwd, first }: Place): readonly Call[] {
  // Neither an argument nor a variable can hold it.
  const text = everything.replaceAll('\0', '');
  const rest = takesNames ? [`gone${text}`] : [];
  const base = [name, ...rest];
  const input = `:0\n\n${text.replaceAll(/[\r\n]/g, '')}\n:s\n`.repeat(4);
  return [
    { argv: base, input },
    { argv: [...base, text], input },
    { argv: [name, text] },
    ...(takesNames ? [{ argv: [name, first] }, { argv: [name, first, '--lang', 'zh'] }] : []),
    { argv: [...base, `--z${text}`] },
    { argv: [`-${text}`, ...base] },
    // `--watch` waits for changes until it is stopped: its tests have a real process.
    ...flags
      .filter((flag) => flag !== '--fix' && flag !== '--watch')
      .map((flag) => ({ argv: [...base, flag], input })),
    ...options.map((option) => ({ argv: [...base, option, text], input })),
    { argv: [...base, '--lang', 'zh'], input },
    ...[
      'LLMQUIZ_BANK',
      'LLMQUIZ_DATA_DIR',
      'ACCESSIBLE',
      'LANG',
      'GITHUB_STEP_SUMMARY',
      'GITHUB_WORKSPACE',
    ].map((variable) => ({ argv: base, input, env: { [variable]: text } })),
    {
      argv: base,
      input,
      env: {
        LLMQUIZ_DATA_DIR: '',
        XDG_DATA_HOME: join(cwd, ...hostileNames),
        XDG_CACHE_HOME: join(cwd, ...hostileNames),
      },
    },
    { argv: base, input, env: { LLMQUIZ_BANK: join('own', ...hostileNames) } },
    // It takes out much of what the others come upon.
    ...(flags.includes('--fix') ? [{ argv: [...base, '--fix'] }] : []),
  ];
}

const shown = ({ argv, env }: Call) =>
  JSON.stringify([argv.map((word) => word.slice(0, 30)), Object.keys(env ?? {})]);

/** What is wrong with what a call printed, and with files that it wrote. */
function problemsOf(
  call: Call,
  { out, err, code }: Ran,
  isTTY: boolean,
  files: readonly string[] = [],
): readonly string[] {
  const texts = [out, err, ...files];
  // A patch and a fixed file on a pipe are what they are: there, only what a runner obeys counts.
  const looked = !isTTY && isPipedOn(call) ? [err, ...files] : texts;
  const problems = [...looked.flatMap((text) => leaksIn(text)), ...(isTTY ? [] : texts.flatMap(obeyed))];
  return [...problems, ...(code === 3 ? [err] : [])].map((problem) =>
    `${shown(call)}: ${problem}`.slice(0, 300),
  );
}

const isPipedOn = ({ argv }: Call) =>
  argv.includes('--diff') || (argv.includes('-') && argv.includes('--fix'));

test('forty payloads and more', () => {
  expect(Object.keys(payloads).length).toBeGreaterThanOrEqual(40);
});

/** The names of all commands: wiring touches no world. */
const commandNames = (() => {
  const program = new Command();
  for (const wire of commands) wire({ program, world: {} as World, finish: () => {} });
  return program.commands.map((command) => command.name());
})();

describe.each(commandNames)('llmquiz %s', (name) => {
  test.each([false, true])('lets nothing hostile out, on a terminal: %s', async (isTTY) => {
    const place = placeWith(everything);
    const calls = callsOf(await usageOf(name, place), place);
    const found: string[] = [];
    for (const call of calls) {
      // What a screen shows is looked at below.
      const plain = name === 'quiz' && isTTY && !call.argv.includes('--plain') ? ['--plain'] : [];
      const ran = await place.run({ ...call, isTTY, argv: [...call.argv, ...plain] });
      found.push(...problemsOf(call, ran, isTTY));
    }
    expect(found.slice(0, 9)).toEqual([]);
    expect(calls.length).toBeGreaterThan(12);
  });
});

test('values for programs stay what they are', async () => {
  const payload = everything;
  const place = placeWith(payload);
  const bank = hostileBank(payload);
  const items = bank.decks.flatMap((deck) => deck.items);
  const [first] = items;
  const value = async (...argv: readonly string[]) => JSON.parse((await place.run({ argv })).out);
  const questions = items.map(({ id, tags, stem }) => ({ id, tags, stem }));
  expect((await value('list', '--json')).questions).toMatchObject(questions);
  expect(await value('show', '--json', first?.id ?? '')).toMatchObject([{ item: first }]);
  expect(await value('stats', '--json')).toMatchObject({ suspended: [first?.id], flagged: [first?.id] });
  expect(await value('where', '--json')).toMatchObject({ answers: join(place.cwd, 'data', 'events') });
  const { findings } = await value('check', '--format', 'json', '--no-cache');
  const unknown = findings.find(({ rule }: { rule: string }) => rule === 'schema/unknown-key');
  expect(unknown.message).toContain(payload);
});

/** All ways to ask `check` for something, in each format. */
function checkCalls({ cwd }: Place): readonly Call[] {
  const deck = hostileDeck(everything);
  const ways = [
    [],
    ['--statistics'],
    ['--output', 'report'],
    ['--output', join(cwd, 'none', 'report')],
    ['--since', 'HEAD'],
  ];
  return [
    ...formats.flatMap(({ name }) =>
      ways.map((way) => ({ argv: ['check', '--format', name, '--no-cache', ...way] })),
    ),
    ...ways.map((way) => ({
      argv: ['check', ...way],
      env: { FORCE_COLOR: '1', GITHUB_STEP_SUMMARY: join(cwd, 'summary') },
    })),
    { argv: ['check', '--diff'] },
    { argv: ['check', '-', '--diff', '--stdin-filename', 'x.yaml'], input: deck },
    { argv: ['check', '-', '--fix'], input: deck },
    { argv: ['check', '-'], input: deck },
    { argv: ['check', '*'] },
    { argv: ['check', '--list-rules'] },
    { argv: ['check', '--list-rules', '--format', 'json'] },
    { argv: ['check', '--fix'] },
  ];
}

test.each([false, true])(
  'nothing hostile comes out of a check in any format, on a terminal: %s',
  async (isTTY) => {
    const found: string[] = [];
    const place = placeWith(everything);
    for (const call of checkCalls(place)) {
      const ran = await place.run({ ...call, isTTY });
      const files = ['report', 'summary'].map((name) => taken(join(place.cwd, name)));
      found.push(...problemsOf(call, ran, isTTY, files));
    }
    expect(found.slice(0, 9)).toEqual([]);
  },
);

/** What is in a file, which is gone then. */
function taken(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  rmSync(path, { force: true });
  return text;
}

test.each([false, true])('no example of a rule is obeyed, on a terminal: %s', async (isTTY) => {
  const place = placeWith('');
  const found: string[] = [];
  for (const { id } of rules) {
    const call = { argv: ['check', '--explain', id] };
    found.push(...problemsOf(call, await place.run({ ...call, isTTY }), isTTY));
  }
  expect(found).toEqual([]);
});

test('a patch stays one where GitHub would run a line of it', async () => {
  const place = placeWith('');
  const hostile = hostileDeck('x');
  writeFileSync(join(place.cwd, 'questions/decks/a.yaml'), hostile);
  const call = { argv: ['check', 'questions/decks/a.yaml', '--diff'] };
  const [inActions, elsewhere] = [
    await place.run(call),
    await place.run({ ...call, env: { GITHUB_ACTIONS: '' } }),
  ];
  expect(elsewhere.out).toMatch(/^--- questions[\s\S]*^ +::error::x$/m);
  expect(inActions.out.split('\n').slice(1, -2).join('\n')).toBe(elsewhere.out.trimEnd());
  expect(obeyed(elsewhere.out)).not.toEqual([]);
  expect(obeyed(inActions.out)).toEqual([]);
  for (const { out } of [elsewhere, inActions]) {
    execFileSync('git', ['apply', '-p0', '-'], { cwd: place.cwd, input: out });
    expect(readFileSync(join(place.cwd, 'questions/decks/a.yaml'), 'utf8')).toContain('tags: ["x"]');
    writeFileSync(join(place.cwd, 'questions/decks/a.yaml'), hostile);
  }
});

test('a fixed text that GitHub would obey is not printed, and any other is as it is', async () => {
  const place = placeWith('');
  const [good, hostile] = [makeSampleDeck('tags: [tokens]', 'tags: tokens'), hostileDeck('x')];
  const call = { argv: ['check', '-', '--fix'] };
  expect((await place.run({ ...call, input: good })).out).toBe(sampleDeck);
  expect(await place.run({ ...call, input: hostile })).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('GitHub would run a line of it'),
  });
  expect((await place.run({ ...call, input: hostile, env: { GITHUB_ACTIONS: '' } })).out).toContain(
    '\n      ::error::x\n',
  );
});

test('nothing hostile is drawn on a screen', async () => {
  const payload = everything;
  const place = placeWith(payload);
  const window = openWindow(90, 400, { TERM: 'xterm' });
  let drawn = '';
  const stdout: Writable = window.world.stdout as Writable;
  const write = stdout.write.bind(stdout);
  Object.assign(stdout, {
    write(chunk: string) {
      drawn += chunk;
      return write(chunk);
    },
  });
  const world = { ...window.world, ...place.world, env: { TERM: 'xterm', LANG: 'C' } };
  const ended = main(['--seed', '1', '--new', '9', '--data-dir', join(place.cwd, 'new')], world);
  await window.until('1/');
  const text = payload.replaceAll(/[\0\r\n]/g, '');
  for (let question = 0; question < 9; question++) {
    for (const keys of ['?', `\u001b[200~${text}\u001b[201~`, '\u00150', '\u0015:0\r'])
      await window.send(keys);
    if (question === 1) await window.resize(60, 300);
    if (question === 2) await window.send('\u000c');
    await window.send('\r');
  }
  await window.end();
  expect(await ended).toBe(0);
  expect(leaksIn(drawn, 'screen')).toEqual([]);
  expect(drawn).toContain('tokens␛[2Jp1');
});
