import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { thirdPartyLicences } from '../../tools/licences.mjs';
import { contentFaults, pack, published } from '../../tools/package.mjs';
import { tempFolder } from '../temp.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { packages: Record<string, Record<string, unknown>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);

// npm takes seconds to start where the machine is busy, hence the longer limits of the tests that run it.
/** npm as it is found, with nothing of the npm that may run these tests. */
function npm(words: readonly string[], cwd: string) {
  return spawnSync('npm', words, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: tempFolder(), npm_config_update_notifier: 'false' },
    shell: process.platform === 'win32',
  });
}

/** A copy of what a clone has: the sources, and nothing that was built or installed. */
function freshClone(): string {
  const clone = join(tempFolder(), 'clone');
  const left = /^(?:node_modules|dist|dist-.*|coverage|\.git|.*\.tgz)$/;
  mkdirSync(clone);
  for (const name of readdirSync('.').filter((entry) => !left.test(entry)))
    cpSync(name, join(clone, name), { recursive: true });
  return clone;
}

describe('packing', () => {
  it('a clone by hand fails, and says what to type', () => {
    const clone = freshClone();
    const { status, stderr } = npm(['pack'], clone);
    expect(status).not.toBe(0);
    expect(stderr).toContain('Type `npm run release`');
    expect(readdirSync(clone).filter((name) => name.endsWith('.tgz'))).toEqual([]);
  }, 180_000);

  it('makes a package that holds the program and nothing else, without scripts and dependencies', () => {
    const work = tempFolder();
    const run = (words: readonly string[], cwd: string) => npm(words, cwd).stdout;
    const packed = pack(resolve('.'), work, work, run);
    expect(contentFaults(packed.files.map(({ path }) => path))).toEqual([]);
    // Each part with all it needs had made it 10 MB: what many need belongs to tools/common-code.mjs.
    expect(packed.unpackedSize).toBeLessThan(6_000_000);
    expect(packed.files.filter(({ mode }) => mode !== 0o644)).toMatchObject([
      { path: 'bin/llmquiz.js', mode: 0o755 },
    ]);
    spawnSync('tar', ['xzf', packed.filename], { cwd: work });
    const { bin, engines, license, name, version, ...rest } = JSON.parse(
      readFileSync(join(work, 'package', 'package.json'), 'utf8'),
    );
    expect({ bin, engines, license, name, version }).toEqual({
      bin: manifest.bin,
      engines: manifest.engines,
      license: 'MIT',
      name: 'llmquiz',
      version: manifest.version,
    });
    expect(Object.keys(rest).sort()).toEqual(['description', 'files', 'keywords', 'type']);
  }, 180_000);
});

test.each([
  ['scripts', { prepare: 'x' }],
  ['devDependencies', { x: '1' }],
  ['allowScripts', { x: false }],
  ['private', true],
])('the published package.json has no %s', (field, value) => {
  expect(published({ name: 'x', [field]: value })).toEqual({ name: 'x' });
});

test.each([
  ['dist/cli.v20.20.2-linux-x64-abc.cache', 'does not belong'],
  ['dist/cli.part.js.LEGAL.txt', 'does not belong'],
  ['dist/compile-bank.js', 'does not belong'],
  ['dist/late.part.js', 'dist/late.js is missing'],
  ['src/main.ts', 'does not belong'],
])('a package with %s is told of', (path, fault) => {
  const whole = contentFaults([]).map((line) => line.replace(' is missing', ''));
  expect(contentFaults(whole)).toEqual([]);
  expect(contentFaults([...whole, path])).toEqual([expect.stringContaining(fault)]);
});

test('a package without the program or its licences is told of', () => {
  const faults = contentFaults(['package.json', 'README.md']);
  expect(faults).toEqual(
    expect.arrayContaining(['dist/main.js is missing', 'dist/THIRD-PARTY-LICENSES is missing']),
  );
});

describe('the licences of bundled code', () => {
  const text = readFileSync('dist/THIRD-PARTY-LICENSES', 'utf8');
  const sections = text.split(`\n${'='.repeat(80)}\n\n`).slice(1);

  it('name every package that the sources import, in the version that is installed', () => {
    const imported = new Set(
      readdirSync('src', { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [
          ...readFileSync(join('src', name), 'utf8').matchAll(
            /^(?:import|export) (?!type).*?from '([^.#'][^']*)'|\bimport\('([^.#'][^']*)'\)/gms,
          ),
        ])
        .map(([, still, late]) => still ?? late ?? '')
        .filter((name) => !name.startsWith('node:'))
        // The package of a file in it.
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect(imported.size).toBeGreaterThan(8);
    for (const name of imported)
      expect(text).toContain(`\n${name} ${lock.packages[`node_modules/${name}`]?.version}\n`);
  });

  it('hold the licence text of each package, with its copyright line', () => {
    expect(sections.length).toBeGreaterThan(20);
    for (const section of sections) {
      const [title = ''] = section.split('\n');
      const [, name = ''] = /^(\S+) \d/.exec(title) ?? [];
      const folder = join('node_modules', name);
      const [file = ''] = readdirSync(folder).filter((entry) =>
        /^(?:licen[cs]e(?:-mit)?|copyright)$|^licen[cs]e.*\.(?:md|txt)$/i.test(entry),
      );
      expect(section).toContain(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
      expect(section).toMatch(/copyright/i);
    }
  });

  /** A metafile of one bundle, with the bytes that it holds of each file. */
  const metafile = (inputs: Readonly<Record<string, number>>) => ({
    inputs: {},
    outputs: {
      'dist/a.js': {
        bytes: 1,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
        ),
      },
    },
  });

  function project(files: Readonly<Record<string, string>>): string {
    const root = tempFolder();
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return root;
  }

  const a = 'node_modules/@x/a';
  const files = {
    [`${a}/package.json`]: '{ "name": "@x/a", "version": "1.2.3", "license": "ISC" }',
    // Such a file only tells the type of the modules beside it.
    [`${a}/esm/package.json`]: '{ "type": "module" }',
    [`${a}/esm/a.js`]: '// Ported from b, (MIT)\n// of no interest\nexport {};\n',
  };

  it('are taken from the package that a file belongs to, with all its notices', () => {
    const root = project({
      ...files,
      [`${a}/LICENSE.md`]: 'Copyright A\r\nFree.\n',
      [`${a}/NOTICE`]: 'By B.\n',
    });
    const made = thirdPartyLicences([metafile({ 'src/main.ts': 9, [`${a}/esm/a.js`]: 9 })], root);
    expect(made).toContain('\n@x/a 1.2.3\nISC\n\nCopyright A\nFree.\n\nBy B.\n');
    expect(made).toContain('\n  esm/a.js: Ported from b, (MIT)\n');
    expect(made).not.toContain('no interest');
  });

  it('cannot be written when a bundled package has none', () => {
    for (const more of [{}, { [`${a}/LICENSE`]: ' \n' }])
      expect(() =>
        thirdPartyLicences([metafile({ [`${a}/esm/a.js`]: 1 })], project({ ...files, ...more })),
      ).toThrow('@x/a 1.2.3 is bundled and has no licence text');
  });

  it('leave out what is imported, and of which nothing is in the bundle', () => {
    const made = thirdPartyLicences([metafile({ [`${a}/esm/a.js`]: 0 })], project(files));
    expect(made).not.toContain('@x/a');
  });
});

describe('package-lock.json', () => {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('has a checksum for every package', () => {
    expect(entries.length).toBeGreaterThan(200);
    expect(entries.filter(([, { integrity }]) => !/^sha512-/.test(String(integrity)))).toEqual([]);
  });

  it('brings no install script that package.json does not deny', () => {
    const withScripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(withScripts.map(([path]) => path.replace('node_modules/', ''))).toEqual(
      Object.keys(manifest.allowScripts),
    );
    expect(new Set(Object.values(manifest.allowScripts))).toEqual(new Set([false]));
  });
});
