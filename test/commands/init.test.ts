import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { findLanguage } from '#commands/init-languages.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { fakeMachine } from '../fake-world.ts';
import { start } from '../program.ts';
import { fill, smallDisk, tempFolder } from '../temp.ts';
import { unprivileged } from '../unprivileged.ts';

const { user, program, within, missing } = unprivileged();

const chinese = { LANG: 'zh_CN.UTF-8' };

/** Every file under a folder with its text. */
const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** A machine on which a bank was begun in `geo`. */
async function begun(words = '', env = {}) {
  const machine = fakeMachine();
  const ran = await machine.run(`init geo ${words}`, '', env);
  const file = (name: string) => readFileSync(join(machine.root, 'geo', name), 'utf8');
  return { machine, ran, file, data: (name: string) => parse(file(name)) };
}

describe.each([
  ['en', {}],
  ['zh', chinese],
])('a bank that was begun in %s', (lang, env) => {
  it('has a question of each kind, and check finds nothing at all', async () => {
    const { machine, ran, data } = await begun('--yes', env);
    expect(ran.code).toBe(0);
    const items: readonly { readonly kind: string }[] = data('questions/decks/01-first.yaml').items;
    expect(items.map(({ kind }) => kind)).toEqual(kinds.map(({ name }) => name));
    expect(data('questions/bank.yaml')).toEqual({
      id: expect.stringMatching(/^geo-[a-z0-9]{6}$/),
      title: 'Geo',
      language: lang,
    });
    const { code, out } = await machine.run('check geo/questions --select all --fail-on info');
    expect([code, out]).toEqual([0, '9 questions in 1 deck, no findings\n']);
  });

  it('names every file that it wrote, and nothing else is there', async () => {
    const { machine, ran } = await begun('', env);
    const named = [...ran.out.matchAll(/^\+ geo\/(.*)$/gm)].map(([, name]) => name);
    const there = Object.keys(filesIn(join(machine.root, 'geo'))).map((name) =>
      name.replace(/^schema\/.*/, 'schema'),
    );
    expect(named.toSorted()).toEqual([...new Set(there)].sort());
  });

  it('is asked by the quiz as it stands', async () => {
    const { machine } = await begun('', env);
    const { out } = await machine.run('--bank geo/questions --seed 1', 'q\n', env);
    expect(out).toMatch(/^1\/9 /m);
  });
});

it('prints commands that run as they are', async () => {
  const machine = fakeMachine();
  mkdirSync(join(machine.root, 'my banks'));
  const { out } = await machine.run('init', '', {}, { cwd: join(machine.root, 'my banks') });
  const commands = [...out.matchAll(/^ {2}llmquiz (.*?) {3}/gm)].map(([, words = '']) => words);
  expect(commands).toHaveLength(3);
  for (const words of commands) {
    const ran = await machine.run(words, 'q\n', { EDITOR: 'true' }, { cwd: join(machine.root, 'my banks') });
    expect([words, ran.code]).toEqual([words, 0]);
  }
});

it('prints paths with blanks in quotes', async () => {
  const cwd = tempFolder();
  const { ended, out } = start(['init', 'my banks'], { cwd });
  expect(await ended).toBe(0);
  expect(out()).toMatch(/^ {2}.* check "my banks\/questions" {3}/m);
});

it('prints commands as the program was started', async () => {
  const { out } = await fakeMachine().run('init', '', {}, { calledAs: 'npm start --' });
  expect(out).toContain('\n  npm start -- check questions ');
});

it('a bank in another language has that language, and says that its first deck is English', async () => {
  const { machine, ran, data } = await begun('--language Deutsch --title Erdkunde');
  expect(data('questions/bank.yaml')).toMatchObject({ title: 'Erdkunde', language: 'de' });
  expect(data('questions/decks/01-first.yaml').language).toBe('en');
  expect(ran.out).toContain(
    'The questions to begin with are in English, as their deck says. New decks are in German.',
  );
  const { code } = await machine.run('check geo/questions --fail-on warning');
  expect(code).toBe(0);
});

test.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['pt_BR', 'pt-BR'],
  ['German', 'de'],
  ['deutsch', 'de'],
  ['德语', 'de'],
  ['日本語', 'ja'],
  ['chinese', 'zh'],
  ['cn', undefined],
  ['Klingonish', undefined],
  ['', undefined],
])('the language %j is %j', (word, code) => {
  expect(findLanguage(word)).toBe(code);
});

it('refuses a language that there is not, and writes nothing', async () => {
  const { machine, ran } = await begun('--language cn');
  expect([ran.code, ran.err]).toEqual([
    2,
    'llmquiz: --language cn: That is no language. Write its code (en, zh, de, fr, es, ja) or its name.\n',
  ]);
  expect(existsSync(join(machine.root, 'geo'))).toBe(false);
});

it('a title may be whatever is typed', async () => {
  const { machine, data } = await begun('--title Say"no":\\frac\t#é\n\u001b[31m');
  expect(data('questions/bank.yaml').title).toBe('Say"no":\\frac #é [31m');
  expect((await machine.run('check geo/questions')).code).toBe(0);
});

it('gives no two banks the same id', async () => {
  const machine = fakeMachine();
  await machine.run('init a/geo');
  await machine.run('init b/geo');
  const [a, b] = ['a', 'b'].map((name) => filesIn(join(machine.root, name))['geo/questions/bank.yaml']);
  expect(a).not.toBe(b);
});

describe('what lies around the bank', () => {
  it('has inputs that the action has, and says what to fill in', async () => {
    const { file, data, ran } = await begun();
    const { jobs } = data('.github/workflows/questions.yml');
    const step = jobs.check.steps.at(-1);
    const { inputs } = parse(readFileSync('action.yml', 'utf8'));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
    expect(step.uses).toBe('OWNER/llmquiz@COMMIT');
    for (const name of ['.github/workflows/questions.yml', '.pre-commit-config.yaml'])
      for (const word of ['OWNER', 'COMMIT']) expect(file(name)).toMatch(new RegExp(`^#   ${word} `, 'm'));
    expect(ran.out).toContain('fill in OWNER and COMMIT in geo/.github/workflows/questions.yml');
    const [{ hooks }] = data('.pre-commit-config.yaml').repos;
    const ids = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')).map(({ id }: { id: string }) => id);
    expect(ids).toContain(hooks[0].id);
  });

  it('has the schemas, to which editors find their way', async () => {
    const { machine, file } = await begun();
    const geo = join(machine.root, 'geo');
    for (const name of ['bank', 'sources', 'decks/01-first']) {
      const [, way = ''] =
        /^# yaml-language-server: \$schema=(.*)\n/.exec(file(`questions/${name}.yaml`)) ?? [];
      const schema = join(geo, 'questions', name, '..', way);
      expect(readFileSync(schema, 'utf8')).toBe(
        readFileSync(join('schema', way.replace(/.*\//, '')), 'utf8'),
      );
    }
    const schemas = Object.keys(JSON.parse(file('.vscode/settings.json'))['yaml.schemas']);
    expect(schemas.filter((name) => existsSync(join(geo, name)))).toHaveLength(7);
  });

  it('is left out on demand', async () => {
    const { machine, ran } = await begun('--no-ci');
    expect(existsSync(join(machine.root, 'geo', '.github'))).toBe(false);
    expect(existsSync(join(machine.root, 'geo', '.pre-commit-config.yaml'))).toBe(false);
    expect(ran.out).not.toContain('OWNER');
  });

  it('says where GitHub looks for it if the bank lies deeper in a repository', async () => {
    const machine = fakeMachine();
    mkdirSync(join(machine.root, '.git'));
    expect((await machine.run('init geo')).out).toContain(`move them to ${machine.root}`);
    expect((await machine.run('init')).out).not.toContain('move them');
  });
});

describe('nothing is overwritten:', () => {
  it('a file that is there is named and kept', async () => {
    const machine = fakeMachine();
    mkdirSync(join(machine.root, 'geo', '.vscode'), { recursive: true });
    const path = join(machine.root, 'geo', '.vscode', 'settings.json');
    writeFileSync(path, '{ "mine": 1 }');
    const { code, out } = await machine.run('init geo');
    expect(code).toBe(0);
    expect(out).toContain('geo/.vscode/settings.json was there and was kept.');
    expect(out).not.toContain('+ geo/.vscode/settings.json');
    expect(readFileSync(path, 'utf8')).toBe('{ "mine": 1 }');
  });

  it.each([
    ['bank.yaml', 'title: Mine\n'],
    ['questions/bank.yml', 'title: Mine\n'],
    ['questions/deep/er/a.yaml', 'title: A\nitems: []\n'],
    ['decks/a.yaml', 'title: A\nitems: []\n'],
    ['mine.yaml', 'title: A\nitems:\n  - id: a\n'],
  ])('a folder with %s has a bank already', async (name, text) => {
    const machine = fakeMachine();
    const folder = join(machine.root, 'geo');
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
    const { code, out, err } = await machine.run('init geo');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`There is a bank already: geo/${name}. Nothing was written.`);
    expect(filesIn(folder)).toEqual({ [name]: text });
    expect((await machine.run('init geo', '', chinese)).err).toContain(`这里已经有题库：geo/${name}。`);
  });

  it('a second time there is a bank', async () => {
    const { machine } = await begun();
    const before = filesIn(join(machine.root, 'geo'));
    expect((await machine.run('init geo --yes')).code).toBe(1);
    expect(filesIn(join(machine.root, 'geo'))).toEqual(before);
  });

  it('other YAML is no bank', async () => {
    const machine = fakeMachine();
    mkdirSync(join(machine.root, 'geo'));
    writeFileSync(join(machine.root, 'geo', 'mkdocs.yml'), 'site_name: Mine\nnav:\n  items: 1\n');
    expect((await machine.run('init geo')).code).toBe(0);
  });
});

describe('where nothing can be written', () => {
  it('a file is no folder', async () => {
    const machine = fakeMachine();
    writeFileSync(join(machine.root, 'geo'), 'mine');
    const { code, err } = await machine.run('init geo');
    expect([code, err]).toEqual([1, 'llmquiz: geo is a file. Name a folder: `llmquiz init my-bank`.\n']);
    expect((await machine.run('init geo/deep')).err).toContain('part of the path is a file');
  });

  it('what was written before is removed again', async () => {
    const machine = fakeMachine();
    mkdirSync(join(machine.root, 'geo'));
    writeFileSync(join(machine.root, 'geo', '.vscode'), 'mine');
    const { code, err } = await machine.run('init geo');
    expect(code).toBe(1);
    expect(err).toContain(
      'Cannot write into geo: part of the path is a file, not a folder. Nothing was left there.',
    );
    expect(filesIn(join(machine.root, 'geo'))).toEqual({ '.vscode': 'mine' });
    expect(readdirSync(join(machine.root, 'geo'))).toEqual(['.vscode']);
  });

  it('nor on a disk that is full', async (context) => {
    const disk = smallDisk(64) ?? '';
    context.skip(disk === '', 'no disk can be mounted here');
    const machine = fakeMachine();
    fill(disk);
    const { code, err } = await machine.run(`init ${disk}/geo`);
    expect(code).toBe(1);
    expect(err).toContain('the disk is full. Nothing was left there.');
    expect(readdirSync(disk)).toEqual(['filler']);
  });

  it('nor in a folder that may not be written', async (context) => {
    context.skip(missing !== undefined, missing);
    const folder = tempFolder(within);
    chmodSync(folder, 0o555);
    const { ended, err } = start(['init', 'geo'], { cwd: folder, user, program });
    expect(await ended).toBe(1);
    expect(err()).toBe('llmquiz: Cannot write into geo: no write permission. Nothing was left there.\n');
    expect(readdirSync(folder)).toEqual([]);
  });
});
