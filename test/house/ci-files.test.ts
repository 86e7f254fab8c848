import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sampleDeck, sampleWith } from '../../src/core/check/example.ts';
import { fakeMachine } from '../fake-world.ts';
import { quoted } from '../program.ts';
import { tempFolder } from '../temp.ts';

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
    const passed = [...step.run.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option);
    expect(passed).toEqual(expect.arrayContaining(['--fail-on', '--since']));
    expect(await options()).toEqual(expect.arrayContaining(passed.filter((o) => o !== '--yes')));
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

  /** Runs the step as GitHub does, with an `npx` that runs the program as it is built here. */
  function run(inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) {
    const root = tempFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    mkdirSync(join(root, 'bin'));
    const npx = join(root, 'bin', 'npx');
    const program = join(import.meta.dirname, '../../bin/llmquiz.js');
    writeFileSync(
      npx,
      `#!/bin/bash\nprintf '%s\\n' "$@" >"$NPX_WORDS"\nshift 2\nexec ${quoted([process.execPath, program])} "$@"\n`,
    );
    chmodSync(npx, 0o755);
    writeFileSync(join(root, 'step.sh'), step.run);
    const given = Object.entries<string>(step.env).map(([variable, value]) => {
      const name = /inputs\.([a-z-]+)/.exec(value)?.[1] ?? '';
      return [variable, inputs[name] ?? action.inputs[name].default] as const;
    });
    const words = join(root, 'words.txt');
    const path = [join(root, 'bin'), process.env.PATH].join(delimiter);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', 'step.sh'],
      {
        cwd: root,
        env: {
          PATH: path,
          NPX_WORDS: words,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: root,
          ...Object.fromEntries(given),
        },
        encoding: 'utf8',
      },
    );
    return { status, stdout, stderr, words: readFileSync(words, 'utf8').trimEnd().split('\n') };
  }

  it('checks questions/ where nothing is said, and marks the lines', () => {
    const { status, stdout, words } = run({}, { 'questions/a.yaml': sampleWith('level: 1', 'level: 9') });
    expect(words).toEqual(['--yes', 'llmquiz@latest', 'check', '--fail-on=error', '--', 'questions']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=questions\/a\.yaml,line=5,/m);
  });

  it('takes paths, options and a version as they are written', () => {
    const files = { 'a b/题.yaml': sampleDeck };
    const { status, stderr, words } = run(
      { paths: 'a b/题.yaml\r\n\n', args: '--format\nconcise\n', version: '1.2.3', 'fail-on': '' },
      files,
    );
    expect(words).toEqual(['--yes', 'llmquiz@1.2.3', 'check', '--format', 'concise', '--', 'a b/题.yaml']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('never runs what is in an input', () => {
    const hostile = '$(touch owned); `touch owned` "x" && touch owned';
    const { status, words } = run(
      { paths: hostile, since: hostile, args: '', version: hostile, 'fail-on': hostile },
      { 'questions/a.yaml': sampleDeck },
    );
    expect(words).toEqual([
      '--yes',
      `llmquiz@${hostile}`,
      'check',
      `--fail-on=${hostile}`,
      `--since=${hostile}`,
      '--',
      hostile,
    ]);
    expect(status).toBe(2);
  });

  it('hands on a wrong call', () => {
    const { status, stderr } = run({ since: '-x' }, { 'questions/a.yaml': sampleDeck });
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be compared');
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
    writeFileSync(join(machine.root, 'questions', 'a b.yaml'), sampleWith('level: 1', 'level: 9'));
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
