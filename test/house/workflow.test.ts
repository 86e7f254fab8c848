import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly 'runs-on': string;
  readonly strategy?: {
    readonly matrix: { readonly os: readonly string[]; readonly node: readonly string[] };
  };
  readonly steps: readonly Step[];
}

const text = readFileSync('.github/workflows/ci.yml', 'utf8');
const workflow = parse(text);
const action = parse(readFileSync('action.yml', 'utf8'));
const { scripts, engines, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const jobs = Object.values<Job>(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);
const matrix = workflow.jobs.test.strategy.matrix;
const floor = engines.node.replace('>=', '');

it('the workflow says that nobody has run it', () => {
  expect(text).toMatch(/^# Never run yet/);
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain('has never run');
});

it('runs on Linux, macOS and Windows, on the oldest Node that is promised and on newer ones', () => {
  expect(matrix.os.map((os: string) => os.split('-')[0])).toEqual(['ubuntu', 'macos', 'windows']);
  expect(matrix.node[0]).toBe(floor);
  // A number would lose the end of 20.10.
  for (const version of matrix.node) expect(version).toMatch(/^\d+(\.\d+){0,2}$/);
  expect(matrix.node.slice(1).every((version: string) => Number(version) > Number.parseInt(floor, 10))).toBe(
    true,
  );
  for (const { with: inputs = {} } of steps.filter(({ uses }) => uses?.startsWith('actions/setup-node')))
    expect(String(inputs['node-version'])).toMatch(/^\$\{\{ matrix\.node \}\}$|^20\.19\.0$/);
});

it('runs the commands of the README first, and only scripts that there are', () => {
  const runs = steps.flatMap(({ run }) => run ?? []);
  const [ci, test, start] = jobs[0]?.steps.flatMap(({ run }) => run ?? []) ?? [];
  expect([ci, test]).toEqual(['npm ci', 'npm test']);
  expect(start).toContain('npm start ');
  const named = runs.flatMap((run) =>
    [...run.matchAll(/\bnpm (?:run )?([a-z:-]+)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named.filter((name) => name !== 'ci')));
  for (const run of runs.filter((line) => line.startsWith('node ')))
    expect(run.split(' ')[1]).toBe(bin.llmquiz);
});

it('may only read, takes actions by the version that action.yml takes, and puts no text from outside into a script', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(JSON.stringify(workflow)).not.toMatch(/write-all|pull_request_target|secrets\./);
  for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
  const used = action.runs.steps.flatMap(({ uses }: Step) => uses ?? []);
  expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual(expect.arrayContaining(used));
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});

it('has a limit of time for each job, and lets one platform fail by itself', () => {
  for (const job of Object.values<Readonly<Record<string, unknown>>>(workflow.jobs))
    expect(job['timeout-minutes']).toBeGreaterThan(0);
  expect(workflow.jobs.test.strategy['fail-fast']).toBe(false);
});

it('scripts need no shell of Unix: npm runs them with cmd.exe on Windows', () => {
  for (const [name, script] of Object.entries<string>(scripts)) {
    expect(script, name).not.toMatch(/[$'`;|<>]|(?:^|&& )(?:rm|cp|mv|bash|sh|export|[A-Z_]+=)/);
    for (const word of script.split(' && '))
      expect(word, name).toMatch(/^(?:node|npm|biome|tsc|knip|vitest) ?/);
  }
});
