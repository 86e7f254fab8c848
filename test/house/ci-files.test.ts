import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { fakeMachine } from '../fake-world.ts';
import { quoted } from '../program.ts';
import { tempFolder } from '../temp.ts';

const root = join(import.meta.dirname, '../..');
const action = parse(readFileSync('action.yml', 'utf8'));
const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const step = action.runs.steps.find((s: { run?: string }) => s.run !== undefined);

/** The options that `check` has, by its own help. */
async function options(): Promise<readonly string[]> {
  const { out } = await fakeMachine().run('check --help');
  return [...out.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, option = '']) => option);
}

describe('action.yml', () => {
  it('passes options that check has', async () => {
    const ours = step.run.split('\n').filter((line: string) => !line.includes('npm --prefix'));
    const passed = [...ours.join('\n').matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option);
    expect(passed).toEqual(expect.arrayContaining(['--fail-on', '--since']));
    expect(await options()).toEqual(expect.arrayContaining(passed));
  });

  it('hands over every input by a variable, and none as text of the script', () => {
    expect(JSON.stringify(action.runs.steps.map((s: { run?: string }) => s.run ?? ''))).not.toContain('${{');
    const used = JSON.stringify(action.runs.steps);
    for (const [name, input] of Object.entries<{ description: string; default: string }>(action.inputs)) {
      expect(input.description).toMatch(/^[A-Z].*\.$/);
      expect(typeof input.default).toBe('string');
      expect(used).toContain(`inputs.${name}`);
    }
    for (const [variable, value] of Object.entries<string>(step.env)) {
      expect(value).toMatch(/^\$\{\{ inputs\.[a-z-]+ \}\}$/);
      expect(step.run).toContain(`$${variable}`);
    }
  });

  type Files = Readonly<Record<string, string>>;

  function putAll(root: string, files: Files, mode = 0o644): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
      chmodSync(join(root, path), mode);
    }
  }

  /** Runs the step as GitHub does: a bank that was checked out, and the action's own checkout, which holds the program as it is built here. */
  function run(inputs: Files, files: Files, { action: place = builtAction(), env = {} as Files } = {}) {
    const [workspace, temporary] = [tempFolder(), tempFolder()];
    putAll(workspace, files, 0o755);
    const script = join(temporary, 'step.sh');
    writeFileSync(script, step.run);
    const given = Object.entries<string>(step.env).map(([variable, value]) => {
      const name = /inputs\.([a-z-]+)/.exec(value)?.[1] ?? '';
      return [variable, inputs[name] ?? action.inputs[name].default] as const;
    });
    const { status, stdout, stderr } = spawnSync(
      '/bin/bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      {
        // The runner starts every step in the repository, with the full path of its shell.
        cwd: workspace,
        env: {
          PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
          HOME: temporary,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: workspace,
          GITHUB_ACTION_PATH: place,
          RUNNER_TEMP: temporary,
          ...Object.fromEntries(given),
          ...env,
        },
        encoding: 'utf8',
      },
    );
    return { status, stdout, stderr, workspace, temporary };
  }

  function builtAction(): string {
    const place = tempFolder();
    for (const part of ['bin', 'dist']) symlinkSync(join(root, part), join(place, part));
    return place;
  }

  it('checks questions/ where nothing is said, and marks the lines', () => {
    const { status, stdout } = run({}, { 'questions/a.yaml': makeSampleDeck('level: 1', 'level: 9') });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=questions\/a\.yaml,line=5,/m);
  });

  it('takes paths and options as they are written', () => {
    const { status, stdout, stderr } = run(
      { paths: 'a b/题.yaml\r\n\n', args: '--format\nconcise\n', 'fail-on': '' },
      { 'a b/题.yaml': sampleDeck },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '1 question in 1 deck, no findings\n',
      stderr: '',
    });
  });

  it.each(['banks/a', './banks/a/', '-'])(
    'runs in the folder %j, and marks lines of the repository',
    (folder) => {
      const name = folder.replace(/^\.\/|\/$/g, '');
      const { status, stdout } = run(
        { 'working-directory': folder },
        { [`${name}/questions/a.yaml`]: makeSampleDeck('level: 1', 'level: 9'), 'questions/b.yaml': 'x' },
      );
      expect(status).toBe(1);
      expect(stdout).toContain(`::error file=${name}/questions/a.yaml,line=5,`);
    },
  );

  it('never runs what is in an input', () => {
    const hostile = '$(touch owned); `touch owned` "x" && touch owned';
    const names = Object.keys(action.inputs).filter((name) => !['node-version', 'args'].includes(name));
    const inputs = Object.fromEntries(names.map((name) => [name, hostile]));
    for (const some of [
      inputs,
      { ...inputs, 'working-directory': '.' },
      { args: hostile },
      { paths: hostile },
    ]) {
      const { status, workspace, temporary } = run(some, { 'questions/a.yaml': sampleDeck });
      expect(status).not.toBe(0);
      for (const place of [workspace, temporary]) expect(readdirSync(place)).not.toContain('owned');
    }
  });

  it('hands on a wrong call', () => {
    const { status, stderr } = run({ since: '-x' }, { 'questions/a.yaml': sampleDeck });
    expect(status).toBe(2);
    expect(stderr).toContain('needs a git repository');
  });

  /** A bank that would run a program of its own, if anything looked for one in it; each leaves a file `owned`. */
  function hostile(): Files {
    const owned = join(tempFolder(), 'owned');
    const shell = `#!/bin/sh\necho "$0" >>${quoted([owned])}\n`;
    const module = `require('node:fs').appendFileSync(${JSON.stringify(owned)}, __filename);\n`;
    const programs = ['node', 'npm', 'npx', 'git', 'llmquiz', 'bash', 'sh', 'esbuild'];
    const places = ['', 'bin/', 'node_modules/.bin/', 'questions/', 'questions/node_modules/.bin/'];
    const scripts = Object.fromEntries(
      ['preinstall', 'install', 'prepare', 'build', 'prebuild', 'check'].map((name) => [name, './evil.sh']),
    );
    const manifest = JSON.stringify({
      name: 'llmquiz',
      version: '9.0.0',
      bin: './evil.js',
      scripts,
      workspaces: ['*'],
    });
    return {
      owned,
      'questions/a.yaml': makeSampleDeck('level: 1', 'level: 9'),
      'evil.sh': shell,
      'evil.js': module,
      '.npmrc': 'script-shell=./evil.sh\nnode-options=--require ./evil.js\nignore-scripts=false\nprefix=.\n',
      '.node-version': '0.10.0\n',
      'package.json': manifest,
      'node_modules/llmquiz/package.json': manifest,
      'node_modules/llmquiz/evil.js': module,
      'node_modules/esbuild/index.js': module,
      'dist/main.js': module,
      'bin/llmquiz.js': module,
      ...Object.fromEntries(places.flatMap((place) => programs.map((name) => [`${place}${name}`, shell]))),
    };
  }

  const lured = (path = '.') => ({
    PATH: ['.', 'bin', 'node_modules/.bin', '', path, dirname(process.execPath), process.env.PATH].join(
      delimiter,
    ),
    NODE_OPTIONS: '--require ./evil.js',
    NODE_PATH: './node_modules',
    CDPATH: '.:questions',
  });

  it('lets nothing of the bank decide what runs', () => {
    const { owned = '', ...files } = hostile();
    const { status, stdout } = run({}, files, { env: lured() });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=questions\/a\.yaml,line=5,/m);
    expect(existsSync(owned)).toBe(false);
  });

  it('builds its own checkout, from the temporary folder of the runner', () => {
    const { owned = '', ...files } = hostile();
    const [place, tools] = [tempFolder(), tempFolder()];
    const calls = join(tools, 'calls');
    const to = `>>${quoted([calls])}`;
    putAll(tools, { npm: `#!/bin/sh\npwd ${to}\nprintf '%s\\n' "$@" ${to}\n` }, 0o755);
    putAll(place, {
      'tools/build.mjs': `import { symlinkSync } from 'node:fs';
symlinkSync(${JSON.stringify(join(root, 'dist'))}, new URL('../dist', import.meta.url));
console.log(process.cwd());`,
    });
    symlinkSync(join(root, 'bin'), join(place, 'bin'));
    const first = run({}, files, { action: place, env: lured(tools) });
    expect(first).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^::error file=questions\/a\.yaml,line=5,/m),
    });
    expect(first.stderr.trim()).toBe(first.temporary);
    const words = readFileSync(calls, 'utf8').trimEnd().split('\n');
    expect(words.slice(0, 4)).toEqual([first.temporary, '--prefix', place, 'ci']);
    expect(words).toContain('--ignore-scripts');
    // A second step of the same job finds it built.
    expect(run({}, files, { action: place, env: lured(tools) })).toMatchObject({ status: 1, stderr: '' });
    expect(readFileSync(calls, 'utf8').trimEnd().split('\n')).toEqual(words);
    expect(existsSync(owned)).toBe(false);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('has one hook that runs the program by its name, on the whole bank', async () => {
    expect(hooks).toHaveLength(1);
    const [hook] = hooks;
    const [program, command, ...words] = hook.entry.split(' ');
    expect(hook).toMatchObject({ id: 'llmquiz-check', language: 'node', pass_filenames: false });
    expect(Object.keys(manifest.bin)).toEqual([program]);
    expect(command).toBe('check');
    expect(await options()).toEqual(expect.arrayContaining(words));
  });

  it('starts at every commit: of files that are deleted pre-commit names none', () => {
    expect(hooks[0]).toMatchObject({ always_run: true });
  });

  it.each([
    ['questions/decks/01-a.yaml', true],
    ['questions/decks/01-A.YAML', true],
    ['bank/题.yml', true],
    ['readme.md', false],
    ['yaml', false],
    ['a.yaml.bak', false],
  ])('looks at %s: %s', (path, wanted) => {
    // Python has flags within the expression.
    expect(new RegExp(hooks[0].files.replace(/^\(\?i\)/, ''), 'i').test(path)).toBe(wanted);
  });

  it('is built where npm installs it from git, and nowhere else', () => {
    const { scripts } = manifest;
    expect(scripts.prepare).toBe('node tools/prepare.mjs');
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
    // As npm runs it in a working copy: it needs nothing there, and builds nothing.
    const copy = tempFolder();
    cpSync('tools/prepare.mjs', join(copy, 'tools', 'prepare.mjs'));
    const { npm_package_resolved: _, ...env } = process.env;
    const { status, stderr } = spawnSync(process.execPath, ['tools/prepare.mjs'], {
      cwd: copy,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('docs/ci.md and docs/editor.md', () => {
  const samples = ['docs/ci.md', 'docs/editor.md'].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/```(yaml|json)\n([\s\S]*?)```/g)].map(
      ([, language = '', text = '']) => ({ path, language, text }),
    ),
  );

  it('show samples that can be read', () => {
    expect(samples.length).toBeGreaterThan(6);
    for (const { language, text } of samples)
      expect(language === 'json' ? JSON.parse(text) : parse(text)).toBeTruthy();
  });

  it('name options and inputs that there are', async () => {
    const text = ['docs/ci.md', 'docs/editor.md'].map((path) => readFileSync(path, 'utf8')).join('');
    const ours = [...text.matchAll(/llmquiz(?:\.js)? check[^\n`]*/g)].flatMap(
      ([line]) => line.match(/--[a-z-]+/g) ?? [],
    );
    expect(ours.length).toBeGreaterThan(5);
    expect(await options()).toEqual(expect.arrayContaining(ours));
    const uses = samples.flatMap(({ text }) => (text.includes('OWNER/llmquiz@') ? [parse(text)] : []));
    const [{ with: inputs }] = uses[0].jobs.check.steps.filter((s: { uses: string }) =>
      s.uses.startsWith('OWNER'),
    );
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
  });

  it('let VS Code find the findings', async () => {
    const [tasks] = samples.filter(({ text }) => text.includes('problemMatcher'));
    const { pattern } = JSON.parse(tasks!.text).tasks[0].problemMatcher;
    const machine = fakeMachine();
    mkdirSync(join(machine.root, 'questions'));
    writeFileSync(join(machine.root, 'questions', 'a b.yaml'), makeSampleDeck('level: 1', 'level: 9'));
    const [line = ''] = (await machine.run('check --format concise')).out.split('\n');
    const found = new RegExp(pattern.regexp).exec(line);
    expect(found?.slice(1)).toEqual([
      'questions/a b.yaml',
      '5',
      '12',
      'error',
      '`level` must be at most 5, not 9',
      'schema/range',
    ]);
  });
});
