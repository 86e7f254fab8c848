import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { tempFolder } from '../temp.ts';

const manifest: { engines: { node: string }; version: string } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** A process that builds into a folder as tools/build.mjs does, and runs the code given in between. */
function building(root: string, code: string) {
  const tool = JSON.stringify(pathToFileURL(resolve('tools/build-folder.mjs')).href);
  const script = `const { buildFolder } = await import(${tool});
    const { writeFileSync } = await import('node:fs');
    const { aside, moveIn } = buildFolder(${JSON.stringify(root)});
    writeFileSync(aside + '/main.js', String(process.pid));
    ${code}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

describe('a build', () => {
  it('replaces dist/, and removes what killed builds left, but nothing of one that is under way', async () => {
    const root = tempFolder();
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    for (const name of ['dist', `dist-${dead}`, `dist-${dead}.old`, `dist-${process.pid}`, 'dist-mine'])
      mkdirSync(join(root, name));
    writeFileSync(join(root, 'dist', 'gone.js'), '');
    const child = building(root, 'moveIn();');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(readdirSync(root).sort()).toEqual(['dist', 'dist-mine', `dist-${process.pid}`].sort());
    expect(readdirSync(join(root, 'dist'))).toEqual(['main.js']);
  });

  it.each(['process.exit(3)', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)"])(
    'that ends before it is whole leaves dist/ as it was: %s',
    async (end) => {
      const root = tempFolder();
      mkdirSync(join(root, 'dist'));
      writeFileSync(join(root, 'dist', 'kept.js'), '');
      const [code] = await once(building(root, end), 'close');
      expect(code).not.toBe(0);
      expect(readdirSync(root)).toEqual(['dist']);
      expect(readdirSync(join(root, 'dist'))).toEqual(['kept.js']);
    },
  );

  it('may run beside others: one of them is there in the end, whole', async () => {
    const root = tempFolder();
    const waits =
      "process.stdin.once('data', () => { moveIn(); process.exit(); }); process.stdout.write('ready');";
    const children = Array.from({ length: 4 }, () => building(root, waits));
    await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
    for (const { stdin } of children) stdin.write('go');
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readdirSync(root)).toEqual(['dist']);
    const pids = children.map(({ pid }) => String(pid));
    expect(pids).toContain(readFileSync(join(root, 'dist', 'main.js'), 'utf8'));
  });
});

describe('a stack trace', () => {
  /** The files, lines and columns in the trace of an error within the program that lies in a folder. */
  function traced(dist: string) {
    const script = `require(${JSON.stringify(join(dist, 'load-part.js'))})('cli').main(['where'], {}).catch((e) => console.log(e.stack))`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    return [...stdout.matchAll(/\(?([^\s(]*[\\/][^:]*\.js):(\d+):(\d+)\)?$/gm)].map(
      ([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }),
    );
  }

  it('names files, lines and columns that there are', () => {
    const places = traced(resolve('dist'));
    expect(places.length).toBeGreaterThan(0);
    for (const { file, line, column } of places) {
      expect(file).toBe(resolve('dist', 'cli.part.js'));
      const text = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
      expect(text.slice(column - 1)).toMatch(/^[\w$.]*[\w$(.\]]/);
    }
  });

  it('names them where the program was moved to', () => {
    const moved = join(tempFolder(), 'moved');
    cpSync('dist', moved, { recursive: true });
    const places = traced(moved);
    expect(places.length).toBeGreaterThan(0);
    for (const { file } of places) {
      expect(file).toBe(join(moved, 'cli.part.js'));
      expect(existsSync(file)).toBe(true);
    }
  });
});

test('a clone that was not built says so, and what to type', () => {
  const clone = tempFolder();
  cpSync('bin', join(clone, 'bin'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, 'bin', 'llmquiz.js'), 'stats'],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^llmquiz: The program is missing .*`npm ci && npm run build`.*\.\n$/);
});

describe('a Node that is too old', () => {
  /** The program as a Node of this version would start it; no part of it is loaded if the version is refused. */
  function startedAs(version: string) {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--eval', `${pretend} process.argv[1] = 'llmquiz'; require('./bin/llmquiz.js');`, '-', '--version'],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  const floor = manifest.engines.node.replace('>=', '').split('.').slice(0, 2).join('.');

  test.each(['0.12.18', '18.20.8', '20.18.3'])('%s is refused in words', (version) => {
    expect(startedAs(version)).toEqual({
      status: 2,
      stdout: '',
      stderr: `llmquiz: Needs Node ${floor} or newer, and this is Node ${version}. Install a newer Node from https://nodejs.org and try again.\n`,
    });
  });

  test.each([`${floor}.0`, '21.0.0', '100.1.0'])('%s is not', (version) => {
    expect(startedAs(version)).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });
});
