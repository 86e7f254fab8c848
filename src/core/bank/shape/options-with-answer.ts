import type { DataPath } from '#core/base/data-path.ts';
import type { UnknownField } from './unknown-fields.ts';

/** Options and the right one among them, in the form that most other tools have. */
interface OptionsWithAnswer {
  readonly fields: readonly string[];
  readonly field: UnknownField;
}

const optionNames = ['options', 'choices', 'answers'];
const answerNames = [
  'answer',
  'correct',
  'solution',
  'correct_answer',
  'correctAnswer',
  'correct_index',
  'correctIndex',
  'key',
];

/** One finding for the two fields `options` and `answer`: together they say what `key` and `distractors` do. */
export function optionsWithAnswer(
  values: Readonly<Record<string, unknown>>,
  unknown: readonly string[],
  free: ReadonlySet<string>,
  path: DataPath,
): OptionsWithAnswer | undefined {
  const options = optionNames.find((name) => unknown.includes(name));
  const answer = answerNames.find((name) => name in values);
  if (options === undefined || answer === undefined || !free.has('distractors')) return undefined;
  const given = listOf(values[options]);
  const value = values[answer];
  const isPlaceOnly = isPlace(value) && !given.includes(String(value));
  if (answer === 'key' && !isPlaceOnly) return undefined;
  const texts = placed(given, value);
  const key = isPlaceOnly
    ? texts.length === 1
      ? `\`key: ${texts[0]}\``
      : 'its text as `key`'
    : `\`key: ${value}\``;
  const place = isPlaceOnly ? `; \`${answer}: ${value}\` is a position, and options are shuffled` : '';
  const message = `\`${options}\` with \`${answer}\` is the form of other tools${place}; write ${typeof value === 'object' ? 'the correct option as `key`' : key}, and each other option under \`distractors\` as { text: ..., why: ... }`;
  return {
    fields: [options, answer],
    field: {
      path: [...path, options],
      said: { rule: 'schema/unknown-key', message },
      meant: ['key', 'distractors'].map((name) => [...path, name]),
    },
  };
}

const listOf = (options: unknown): readonly string[] => Object.values(Object(options)).map(String);

const isPlace = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && /^(?:\d{1,2}|[A-Ha-h])$/.test(value));

/** The texts that a position may mean: counted from 1 and from 0, or by its letter. */
function placed(options: readonly string[], value: unknown): readonly string[] {
  const letter = typeof value === 'string' ? value.toLowerCase().charCodeAt(0) - 97 : -1;
  if (letter >= 0) return options.slice(letter, letter + 1);
  const number = Number(value);
  return [number - 1, number].flatMap((i) => options[i] ?? []);
}
