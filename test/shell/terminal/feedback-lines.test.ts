import { describe, expect, test } from 'vitest';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import { plainPaint } from '#shell/page/paint.ts';
import { render } from '#shell/page/render.ts';
import { feedbackPartsOf } from '#shell/terminal/shared/feedback-lines.ts';
import { packFirst } from '#shell/terminal/shared/pages.ts';

const feedback: Feedback = {
  verdict: 'wrong',
  unknown: false,
  remarks: [],
  key: 'encoder',
  revealed: false,
  hinted: false,
  options: [],
  reasons: [],
  rationale: 'Because.',
  citations: [],
  dueIn: 0,
  due: 20_000,
};

/** The first lines of a feedback below its verdict. */
function headOf(given: Partial<Feedback>, lang = 'en'): readonly string[] {
  const [head] = feedbackPartsOf({ ...feedback, ...given }, lang).heads;
  const shown = render(head?.lines ?? [], { paint: plainPaint, columns: () => 0 });
  return shown.trimEnd().split('\n').slice(2);
}

describe('a typed text', () => {
  test('that is wrong but like the correct one shows the difference', () => {
    expect(headOf({ typed: 'decoder' })).toEqual(['Answer: encoder', 'x [de]coder -> [en]coder']);
    expect(headOf({ typed: 'attention' })).toEqual(['Answer: encoder']);
    expect(headOf({ typed: 'ENCODER' })).toEqual(['Answer: encoder']);
    expect(headOf({ typed: 'decoder', unknown: true, verdict: 'correct' })).toEqual(['Answer: encoder']);
  });

  test('that is forgiven shows where the typo is', () => {
    const remarks = [{ type: 'typo', typed: 'encdoer', meant: 'encoder' }] as const;
    expect(headOf({ verdict: 'correct', remarks })).toEqual([
      'Answer: encoder',
      'Treated as a typo: "enc[do]er" for "enc[od]er".',
    ]);
    expect(headOf({ verdict: 'correct', remarks }, 'zh')[1]).toBe('按笔误处理：“enc[do]er”应为“enc[od]er”。');
  });

  test('in one of several blanks shows it there', () => {
    const blank = { type: 'blank', right: false } as const;
    const remarks = [
      { ...blank, blank: '[1]', given: 'masks', key: 'masked' },
      { ...blank, blank: '[2]', given: '', key: 'sentence' },
    ];
    expect(headOf({ remarks })).toEqual([
      'Your answer -> the correct one:',
      'x [1] mask[s] -> mask[ed]',
      'x [2] - -> sentence',
    ]);
  });
});

test('a page that breaks off ends with a gap only if the next review follows', () => {
  const long = { ...feedback, citations: [{ text: 'A source' }] };
  const look = { paint: plainPaint, columns: () => 0 };
  const lastOf = (rows: number, given: Partial<Feedback>) =>
    packFirst(feedbackPartsOf({ ...long, ...given }, 'en'), { look, rows }).page.slice(-2);
  expect(lastOf(7, {})).toEqual(['', expect.anything()]);
  expect(lastOf(6, { afterExam: true })).toEqual(['', 'Because.']);
});
