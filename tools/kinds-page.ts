import { readFileSync } from 'node:fs';
import { isNode, parseDocument } from 'yaml';
import { itemSchemas } from '#core/bank/schema.ts';
import { randomFrom } from '#core/base/random.ts';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import { judgeAtHand } from '#core/question/kinds/kind.ts';
import type { Answer, Outcome, Prompt, Remark } from '#core/question/prompt.ts';
import { commonFieldTable, fileFieldTables, ownFieldTable, shapeList, table } from './field-tables.ts';

/** One item of a kind as its authors wrote it, with answers to it. */
interface Example {
  /** The item's lines in the file, without their indent. */
  readonly written: readonly string[];
  readonly item: Item;
  readonly lang: string;
  readonly answers: readonly Answer[];
}

/** Returns `docs/kinds.md`: every kind with its fields and its first example, with answers graded as in the quiz. */
export function kindsPage(): string {
  const parts = [
    '# Kinds of questions',
    'Printed from `src/core/question/kinds` by `npm run docs`; a test fails if the two differ. Edit the kinds, not this page.',
    table(
      ['kind', 'description'],
      kinds.map(({ name, summary }) => [`[\`${name}\`](#${name})`, summary]),
    ),
    '## Fields of every kind',
    commonFieldTable(),
    'What the fields hold:',
    shapeList(),
    ...kinds.flatMap(({ name }) => sectionOf(name)),
    ...fileSections(),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A piece of YAML as the page shows it. */
const yaml = (...lines: readonly string[]) => ['```yaml', ...lines, '```'].join('\n');

/** The files of a bank beside its questions, each with its fields and an example. */
function fileSections(): readonly string[] {
  const { deck, bank, checks, notes, statement, source, tag, withdrawal, term } = fileFieldTables();
  return [
    '## Decks',
    'A deck is one file of questions.',
    deck,
    'A `primer` prepares for the questions of a deck, in some 200 words that take two minutes: its main ideas and a worked example. It is plain text like all others; with `|-` an empty line begins a paragraph, with `>-` each line break that is left does. Learners are offered it once in a session, before the first answer of a deck.',
    yaml(
      'title: Go from the ground up',
      'intro: Types, slices and channels.',
      'primer: |-',
      '  A slice is a window on an array: where it begins, its length, and its capacity.',
      '',
      '  `s := make([]int, 3, 8)` has length 3. Five more fit before `append` takes a larger array.',
      'language: en',
      'items:',
      '  - id: slice-length',
      '    # and the fields of its kind',
    ),
    'The `language` counts for typed answers too: a word, a name or a term is right with or without an article before it. The articles are those of English and, if the deck or any language of its texts is one of them, those of German, French, Spanish and Italian: `die Photosynthese`, `l’île`, `el hígado`, `lo zolfo`. In `text`, a right answer behind a preposition (`im Mitochondrium`) is asked for once more without it. If an article is what you ask for, as in vocabulary, write `exact: true`, or name the wrong one under `reject`. Other languages have no such list yet, and plurals are forgiven in English alone.',
    'Numbers are read and shown in the language of the deck in German, French, Spanish, Italian and Japanese: number words, scales and units (`83,5 Mio.`, `soixante-huit`, `三つ`, `300メートル`), with `40.075` for 40075 where the point divides thousands; in the file they are written as `40075` and `8.3`. The parts of an answer that is several things may be joined by the `and` of these languages, and true-false takes their words (`richtig`, `faux`, `○`). Japanese counts in hiragana and katakana alike.',
    'An answer that is several things has them in `all`, in any order; a list holds the forms of one of them:',
    yaml(
      '- id: dna-structure',
      '  kind: text',
      '  level: 1',
      '  stem: Who described the structure of DNA in 1953?',
      '  key: Watson and Crick',
      '  all: [[Watson, James Watson], [Crick, Francis Crick]]',
      '  rationale: Their paper rests on an X-ray image by Rosalind Franklin and Raymond Gosling.',
      '  sources: [{ ref: nature-1953 }]',
    ),
    '## bank.yaml',
    'A bank may say what it is, in a `bank.yaml` beside its decks or in the folder above them. Every field is optional.',
    bank,
    'Under `check` are options of `llmquiz check` for this bank. An option on the command line wins.',
    checks,
    yaml(
      'id: go-basics',
      'title: { en: Go from the ground up, zh: Go 语言入门 }',
      'language: en',
      'licence: CC-BY-4.0',
      'check: { ignore: [bank/uncovered-note], failOn: warning }',
    ),
    'With an `id` the bank is the same wherever it lies, and a copy of it is the same bank too. Without one it is recognised by its questions ([data.md](data.md#which-bank-is-which)). If several files of that name lie above a deck, the nearest counts; a bank goes by the nearest that lies above all its decks.',
    '## sources.yaml',
    'The bibliography of a bank: each source stands under an id, which questions name by `ref`. A source that only one question has can also stand in the question itself, with `title` and `url`.',
    source,
    yaml(
      'donovan2015:',
      '  authors: Donovan and Kernighan',
      '  year: 2015',
      '  title: The Go Programming Language',
      '  url: https://www.gopl.io/',
    ),
    '## notes.yaml',
    'The statements of the study notes that a bank covers, if there are any. Questions name them under `notes`.',
    notes,
    'Each statement:',
    statement,
    yaml(
      'title: Lecture 3',
      'statements:',
      '  - id: slice-is-a-view',
      '    lines: [12, 13]',
      '    says: A slice shares the memory of its array.',
      '    verdict: right',
    ),
    '## tags.yaml',
    `The tags of a bank, each with a ${tag} that says what it is about. With such a file, other tags count as misspelt.`,
    yaml('slices: Slices and arrays', 'channels: { en: Channels and goroutines, zh: 通道与协程 }'),
    '## withdrawn.yaml',
    'The questions that a bank asks no more, each under its id. `check --since` then accepts that an id is gone, learners who answered it are told by `llmquiz show ID`, and nobody can use the id again by mistake.',
    withdrawal,
    yaml(
      'go-compiler-year:',
      "  date: '2026-11-30'",
      '  why: { en: It asked for a year to look up., zh: 原题只考年份。 }',
      '  successor: go-compiler-in-go',
    ),
    'A successor is another question: it starts from scratch, whatever learners knew of the old one. A question that was only *renamed* or reworded is not withdrawn. It keeps its old id under `formerIds`, and with it all progress.',
    '## glossary.yaml',
    'The terms of a bank, each under an id: what its texts write, and what they avoid. `text/glossary` of `check` reports a wording to avoid in texts of its language. Code, quotations and what learners may type (`accept`, `reject`) are not judged.',
    term,
    'A wording in letters is found as a whole word, in any case; one in Chinese characters anywhere but in the words under `except`.',
    yaml(
      'goroutine:',
      '  write: { en: goroutine, zh: goroutine }',
      '  avoid:',
      '    en: [go routine, green thread]',
      '    zh:',
      '      - { text: 协程, except: [协程序], note: 只用于 coroutine }',
    ),
  ];
}

function sectionOf(name: string): readonly string[] {
  const example = firstExample(name);
  const kind = kindOf(example.item);
  const titles = typeof kind.title === 'string' ? [kind.title] : Object.values(kind.title);
  const prompt = kind.prompt(example.item, { lang: example.lang, random: randomFrom(name) });
  const rows = example.answers.map((answer) => [
    answerIn(answer, prompt),
    ...outcomeIn(judgeAtHand(kind, example.item, answer, example.lang)),
  ]);
  return [
    `## ${name}`,
    `*${titles.join(', ')}.* ${kind.summary}`,
    ownFieldTable(name),
    ['```yaml', ...example.written.map((line, i) => `${i === 0 ? '- ' : '  '}${line}`), '```'].join('\n'),
    table(['answer', 'verdict', 'remarks'], [...new Map(rows.map((row) => [row.join('|'), row])).values()]),
  ];
}

function firstExample(kind: string): Example {
  const path = `src/core/question/kinds/${kind}/examples.yaml`;
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(text);
  const node = document.getIn(['valid', 0, 'item'], true);
  const schema = itemSchemas.get(kind);
  if (!isNode(node) || !node.range || schema === undefined) throw new Error(`${path} has no valid example`);
  const { lang = 'en', answers } = document.toJS().valid[0];
  const [from, to] = node.range;
  const indent = from - 1 - text.lastIndexOf('\n', from - 1);
  const lines = text.slice(from, to).trimEnd().split('\n');
  return {
    written: lines.map((line, i) => (i === 0 ? line : line.slice(indent))),
    item: schema.parse(node.toJS(document)),
    lang,
    answers: ofOneType(answers.map((a: { readonly answer: Answer }) => a.answer)),
  };
}

/** The answers a learner can give to the item: those that test the kind with answers to other kinds are left out. */
function ofOneType(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ type }) => type === answers[0]?.type || type === 'unknown');
}

function answerIn(answer: Answer, prompt: Prompt): string {
  switch (answer.type) {
    case 'picked':
      return answer.option;
    case 'ticked':
      return listed(answer.options);
    case 'typed':
      return listed(answer.texts.map((text) => (text.trim() === '' ? '' : `\`${text}\``)));
    case 'arranged':
      return listed(answer.sequence);
    case 'paired': {
      const lefts = prompt.type === 'pair' ? prompt.lefts : [];
      return listed(answer.rights.map((right, i) => `${lefts[i] ?? ''} = ${right}`));
    }
    case 'self-judged':
      return `judged ${answer.verdict} by the learner`;
    case 'unknown':
      return '*I don’t know*';
    default:
      return answer satisfies never;
  }
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? '*nothing*' : texts.map((text) => text || '*nothing*').join('; ');
}

/** The verdict and what is said with it, as two cells. */
function outcomeIn(outcome: Outcome): readonly [string, string] {
  if (outcome.type === 'refused') return ['asked again', outcome.reason.why.replaceAll('-', ' ')];
  const parts = outcome.remarks.filter((remark) => 'right' in remark);
  const right = parts.filter((part) => part.right).length;
  const count = parts.length === 0 ? [] : [`${right} of ${parts.length} right.`];
  return [outcome.verdict, [...count, ...outcome.remarks.flatMap(said)].join(' ')];
}

function said(remark: Remark): readonly string[] {
  switch (remark.type) {
    case 'why':
      return [remark.why];
    case 'missed':
      return [`Missed: ${remark.option}.`];
    case 'typo':
      return [`Taken for a typo of “${remark.meant}”.`];
    case 'place':
    case 'pair':
    case 'blank':
      return [];
    default:
      return remark satisfies never;
  }
}
