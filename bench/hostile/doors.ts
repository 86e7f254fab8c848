import { randomFrom } from '#core/base/random.ts';
import type { Text } from '#core/base/text.ts';
import { checkBank } from '#core/check/check.ts';
import { fixBank } from '#core/check/fix/fix-bank.ts';
import { rules } from '#core/check/rules/index.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import type { Answer } from '#core/question/prompt.ts';
import { shapes as schemas } from '#core/question/shapes.ts';
import { type BankFile, stripMark } from '#core/yaml/source.ts';
import { plainPaint } from '#shell/page/paint.ts';
import { render } from '#shell/page/render.ts';
import { formats } from '#shell/report/formats/index.ts';
import { diffOf } from '#shell/report/unified-diff.ts';
import { keysIn, nothingPending } from '#shell/terminal/keys/keys.ts';
import { editLine } from '#shell/terminal/keys/line-editor.ts';
import { readPlainAnswer } from '#shell/terminal/plain/plain-answers.ts';
import { layOut } from '#shell/terminal/rich/layout.ts';
import { fullItems, repeatedExamples } from './banks.ts';
import { type Growth, grow } from './growth.ts';
import { shapes, word } from './texts.ts';

const random = randomFrom('hostile');

/** The questions of the examples as the program has them. */
const itemsIn = (root: string): readonly Item[] =>
  fullItems(root).map(
    (data) =>
      kinds
        .find(({ name }) => name === data.kind)
        ?.schema(schemas)
        .parse(data) as Item,
  );

/** Answers of each sort that a long text may be. */
const answersOf = (text: string): readonly Answer[] => [
  { type: 'typed', texts: [text, text] },
  { type: 'picked', option: text },
  { type: 'ticked', options: [text, text] },
  { type: 'arranged', sequence: [text, text, text] },
  { type: 'paired', rights: [text, text] },
];

/** Long answers to a question of each kind, to its grader and to the plain prompt. */
export function* growAnswers(root: string): Generator<readonly Growth[]> {
  for (const item of itemsIn(root))
    for (const shape of shapes)
      for (const lang of ['en', 'zh']) {
        const kind = kindOf(item);
        const prompt = kind.prompt(item, { lang, random });
        const sizes = { from: 16_000, to: 256_000 };
        yield [
          grow(`${item.kind} grades ${shape.name} in ${lang}`, sizes, (size) => {
            const answers = answersOf(shape.of(size));
            return () => answers.map((answer) => kind.judge(item, answer, lang, {}));
          }),
          grow(`${item.kind} reads a line of ${shape.name} in ${lang}`, sizes, (size) => {
            const line = shape.of(size);
            return () => readPlainAnswer(prompt, line, lang);
          }),
        ];
      }
}

/** Questions of each kind whose texts are long: asked, shown, and tried with their own answers. */
export function* growQuestions(root: string): Generator<readonly Growth[]> {
  for (const item of itemsIn(root))
    for (const shape of shapes) {
      const kind = kindOf(item);
      const sizes = { from: 1000, to: 16_000 };
      yield [
        grow(`${item.kind} of ${shape.name} is asked and tried`, sizes, (size) => {
          const long = lengthened(item, shape.of(size)) as Item;
          const trials = [...kind.trials(long, 'en')];
          const once = () => {
            kind.prompt(long, { lang: 'en', random });
            kind.face(long, 'en');
            for (const { answer } of trials) kind.judge(long, answer, 'en', {});
          };
          return () => {
            for (let time = 0; time < 10; time++) once();
          };
        }),
      ];
    }
}

/** The same value with its texts made long; what is known to be no prose stays. */
function lengthened(value: unknown, text: string): unknown {
  if (typeof value === 'string') return `${value} ${text}`;
  if (Array.isArray(value)) return value.map((part) => lengthened(part, text));
  if (typeof value !== 'object' || value === null) return value;
  const kept = (key: string) => /^(?:id|kind|tags|tolerance|lint|ref|url)$/.test(key);
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Text>>).map(([key, part]) => [
      key,
      kept(key) ? part : lengthened(part, text),
    ]),
  );
}

const event = JSON.stringify({
  ...{ v: 1, id: 'a', device: 'b', seq: 1, at: '2026-06-01T12:00:00.000+02:00', item: 'c', type: 'flagged' },
});

/** Damaged lines of a log. */
export function* growLog(): Generator<readonly Growth[]> {
  const more = ['\0', '\ufeff', '\r', '\0\r', '{"a":', '[', '\\u0000', '\ud800'];
  const damage = [
    ...shapes,
    ...more.map((piece) => ({
      name: JSON.stringify(piece),
      of: (n: number) => piece.repeat(n / piece.length),
    })),
  ];
  const places = [0, 20, event.length];
  for (const { name, of } of damage)
    yield places.map((place) =>
      grow(`a line of the log with ${name} at ${place}`, { from: 16_000, to: 1_024_000 }, (size) => {
        const line = event.slice(0, place) + of(size) + event.slice(place);
        return () => readLine(line);
      }),
    );
}

/** Long lines on a terminal and from its keys. */
export function* growTerminal(): Generator<readonly Growth[]> {
  const sizes = { from: 16_000, to: 256_000 };
  const look = { paint: plainPaint, columns: () => 80 };
  for (const { name, of } of shapes)
    yield [
      grow(`${name} is wrapped`, sizes, (size) => {
        const line = of(size);
        return () => render([line, [{ text: line, style: 'dim' }, line.slice(0, 20)]], look);
      }),
      grow(`${name} as keys`, sizes, (size) => {
        const [chunk, pasted] = [of(size), `\u001b[200~${of(size)}\u001b[201~`];
        return () => [keysIn(chunk, nothingPending), keysIn(pasted, nothingPending)];
      }),
      grow(`words of ${name} are gone over`, sizes, (size) => {
        const line = { text: of(size), cursor: size };
        return () =>
          (['word-left', 'word-right', 'erase-word', 'left', 'right'] as const).map((type) =>
            editLine(line, { type }),
          );
      }),
      grow(`${name} is drawn as it is typed`, sizes, (size) => {
        const view = { rows: [], notes: [], keys: [], entry: { text: of(size), cursor: size / 2 } };
        return () => layOut(view, { columns: 80, rows: 24 }, plainPaint);
      }),
    ];
  yield [
    grow('many lines are drawn', { from: 500, to: 8000 }, (size) => {
      const lines = Array.from(
        { length: size },
        (_, n) => `- ${word(n)} is a word, and so on for more than eighty columns of the terminal.`,
      );
      return () => render(lines, look);
    }),
    grow('many escape sequences as keys', sizes, (size) => {
      const chunk = '\u001b[D\u001b[200~a\u001b[201~'.repeat(size / 16);
      return () => keysIn(chunk, nothingPending);
    }),
  ];
}

const isFixable = (name: string) =>
  rules.some(({ id, fixable }) => fixable === true && name.startsWith(`bad example of ${id},`));
const findingsOf = (files: readonly BankFile[]) =>
  checkBank(files, { today: '2026-06-01', wanted: () => true }).diagnostics;

/** The fixes of many findings: made, and shown as a patch. */
export function* growFixes(): Generator<readonly Growth[]> {
  for (const { name, files } of repeatedExamples().filter((family) => isFixable(family.name))) {
    const world = { env: {}, stdout: { isTTY: false } } as unknown as Parameters<typeof diffOf>[1];
    yield [
      grow(`--fix: ${name}`, { from: 200, to: 1600 }, (size) => () => fixBank(files(size), findingsOf)),
      grow(`--diff: ${name}`, { from: 200, to: 1600 }, (size) => {
        const fixed = fixBank(files(size), findingsOf);
        return () => diffOf(fixed, world);
      }),
    ];
  }
}

/** Reports of many findings, in every format. */
export function* growFormats(): Generator<readonly Growth[]> {
  for (const { name, files } of [
    ...repeatedExamples().filter((family) => family.name.startsWith('bad')),
    ...manyInOne,
  ]) {
    const reportOf = (size: number) => {
      const given = files(size);
      const {
        diagnostics: findings,
        allowed,
        located,
      } = checkBank(given, { today: '2026-06-01', wanted: () => true });
      const counts = { files: given.length, decks: located.decks.length, questions: located.items.length };
      const texts = new Map(given.map(({ path, text }) => [path, stripMark(text)]));
      const about = { prefix: '', version: '1.2.3', homepage: undefined, failOn: 'error' as const };
      return {
        findings,
        allowed,
        rules,
        counts,
        guessability: [],
        paths: given.map(({ path }) => path),
        texts,
        ...about,
      };
    };
    // To check takes far longer than to print.
    const reports = new Map<number, ReturnType<typeof reportOf>>();
    yield formats.map((format) =>
      grow(`--format ${format.name}: ${name}`, { from: 400, to: 1600 }, (size) => {
        const report = reports.get(size) ?? reportOf(size);
        reports.set(size, report);
        return () => format.print(report, { paint: plainPaint, columns: 80 });
      }),
    );
  }
}

const deck = (field: string) =>
  `title: T\nitems:\n  - { id: a, kind: recall, level: 1, stem: Which?, key: ${field}, rationale: So., sources: [{ title: T }] }\n`;

/** Banks that have many findings in one line, and in one text. */
const manyInOne: readonly Pick<ReturnType<typeof repeatedExamples>[number], 'name' | 'files'>[] = [
  {
    name: 'control characters in one text',
    files: (size) => [{ path: 'a.yaml', text: deck(`"${'a\u0001'.repeat(size)}"`) }],
  },
  {
    name: 'hidden characters in comments',
    files: (size) => [{ path: 'a.yaml', text: `${deck('b')}${'# a\u200bb\n'.repeat(size)}` }],
  },
  {
    name: 'control characters in one line',
    files: (size) => [{ path: 'a.yaml', text: `${deck('b')}# ${'a\u0001'.repeat(size)}\n` }],
  },
];
