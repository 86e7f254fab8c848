import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { checkItems, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { exactFormOf } from '#core/check/language/words.ts';
import { findAlike } from '#core/check/rules/item/same-option.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { judgeAtHand, type Trial } from '#core/question/kinds/kind.ts';
import type { Answer, Judgement, Outcome } from '#core/question/prompt.ts';

const bpeSign = sampleDeck
  .replace('id: bpe-name\n    kind: recall', 'id: bpe-sign\n    kind: text')
  .replace(
    'What does BPE stand for?',
    'Which signs does `subword-nmt` put after a token that does not end its word?',
  )
  .replace(
    'It joins the most frequent pair of symbols into one, again and again.',
    'Where they stand, the next token is joined on without a space, which restores the text.',
  );

export const itemSelfTest: Rule = {
  id: 'item/self-test',
  severity: 'error',
  keepsOut: 'question',
  summary: 'A question must grade its correct answers as right and its wrong answers as wrong.',
  why: 'If the grader disagrees with the author, learners are marked wrong although they know the answer, or the reverse.',
  bad: bpeSign.replace('Byte-pair encoding', "'@@'"),
  good: bpeSign
    .replace(
      '`subword-nmt` put after a token that does not end its word',
      'WordPiece put before a token that begins no word',
    )
    .replace('Byte-pair encoding', "'##'"),
  check: checkItems(function* (located) {
    const failures = failuresOf(located);
    if (failures.length > 0) yield* oncePerPart(located, failures);
  }),
};

/** A trial with an unexpected outcome. */
interface Failure {
  readonly trial: Trial;
  readonly outcome: Outcome;
}

function failuresOf(located: LocatedItem): readonly Failure[] {
  const { item } = located;
  const kind = kindOf(item);
  const failures: Failure[] = [];
  for (const lang of languagesOf(located))
    for (const trial of kind.trials(item, lang)) {
      const outcome = judgeAtHand(kind, item, trial.answer, lang);
      const right = outcome.type === 'judged' && outcome.verdict === 'correct';
      if (right !== trial.right) failures.push({ trial, outcome });
    }
  return failures;
}

/** Yields one finding per part; none if a smaller part has one, or if two options are simply the same. */
function* oncePerPart(located: LocatedItem, failures: readonly Failure[]): Generator<ItemFinding> {
  const twice = [...findAlike(located, exactFormOf)].flatMap(({ path, first }) => [path, first.path]);
  const same = new Set(twice.map(joined));
  const aroundSame = new Set(twice.flatMap(wholesOf));
  const aroundFailed = new Set(failures.flatMap(({ trial }) => wholesOf(trial.path)));
  const languages = new Set(languagesOf(located));
  const reported = new Set<string>();
  for (const failure of failures) {
    const { path } = failure.trial;
    const own = joined(path);
    if (same.has(own) || aroundSame.has(own) || wholesOf(path).some((whole) => same.has(whole))) continue;
    if (aroundFailed.has(own)) continue;
    const part = languages.has(String(path.at(-1))) ? joined(path.slice(0, -1)) : own;
    if (reported.has(part)) continue;
    reported.add(part);
    yield { at: path, message: messageOf(failure) };
  }
}

const joined = (path: DataPath) => path.join('\n');

/** Returns the paths of everything that contains a part of an item. */
const wholesOf = (path: DataPath) => path.map((_, length) => joined(path.slice(0, length)));

function messageOf({ trial, outcome }: Failure): string {
  const { what, answer, right } = trial;
  const wanted = right ? 'must be graded as right' : 'must not be';
  return `${what}${shown(answer)} is ${graded(outcome)} but ${wanted}; ${adviceFor(trial, outcome)}`;
}

/** Returns the typed or picked answer in brackets; nothing for other answers, which the trial describes. */
function shown(answer: Answer): string {
  const given = answer.type === 'picked' ? [answer.option] : answer.type === 'typed' ? answer.texts : [];
  const said = given.filter((text) => text.trim() !== '').map((text) => `\`${text}\``);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function graded(outcome: Outcome): string {
  switch (outcome.type) {
    case 'refused':
      return outcome.reason.why === 'empty' ? 'rejected as empty' : 'rejected as not a number';
    case 'judged':
      return { correct: 'graded as right', partial: 'graded as partly right', wrong: 'graded as wrong' }[
        outcome.verdict
      ];
    default:
      return outcome satisfies never;
  }
}

/** The piece of an answer of several things that is no part of the right one. */
function besideIn(remarks: Judgement['remarks']): string | undefined {
  const given = remarks.flatMap((remark) =>
    remark.type === 'blank' && !remark.right ? [remark.given] : remark.type === 'why' ? [remark.option] : [],
  );
  return given.find((text) => text !== '');
}

function adviceFor({ answer, right }: Trial, outcome: Outcome): string {
  if (answer.type !== 'typed')
    return 'reword one of the texts that mean two things, since answers count in any language';
  if (outcome.type === 'refused') return 'write the unit as a word that can follow a number';
  const isSeveral = answer.texts.length === 1 && outcome.verdict === 'partial';
  const beside = right && isSeveral ? besideIn(outcome.remarks) : undefined;
  if (beside !== undefined)
    return `\`${beside}\` in it is none of the parts in \`all\`; add it to the forms of the part that it is, or put commas between the parts`;
  return right
    ? 'write it with letters, digits and signs such as + and #, the only ones compared, or use kind `choice`'
    : 'with or without its unit, it is within the tolerance, so narrow that to exclude 0, or put the whole number into `key`';
}
