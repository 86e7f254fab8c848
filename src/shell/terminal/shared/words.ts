import { type Lang, pick, type Text } from '#core/base/text.ts';

const texts = {
  answer: { en: 'Answer', zh: '回答' },
  right: { en: 'Right.', zh: '答对了。' },
  partly: { en: 'Partly right; it counts as not known.', zh: '部分正确，按未掌握处理。' },
  wrong: { en: 'Wrong.', zh: '答错了。' },
  notKnown: { en: 'Good to know that you do not know.', zh: '知道自己不知道，这很好。' },
  key: { en: 'Key:', zh: '答案：' },
  source: { en: 'Source:', zh: '来源：' },
  hint: { en: 'Hint:', zh: '提示：' },
  missed: { en: 'Missed:', zh: '漏选：' },
  belongs: { en: 'goes with', zh: '对应' },
  revealed: { en: 'How was it?', zh: '想对了吗？' },
  knew: { en: 'I knew it', zh: '想对了' },
  partlyKnew: { en: 'partly', zh: '想对一部分' },
  didNotKnow: { en: 'I did not', zh: '没想出来' },
  thinkFirst: { en: 'Think of the answer, then press Enter.', zh: '先想好答案，再按回车。' },
  next: { en: 'next', zh: '下一题' },
  undo: { en: 'undo', zh: '撤销' },
  iWasRight: { en: 'I was right', zh: '我答对了' },
  iWasWrong: { en: 'I was wrong', zh: '我答错了' },
  easy: { en: 'easy', zh: '太简单' },
  suspend: { en: 'do not ask again', zh: '不再问' },
  flag: { en: 'flag as bad', zh: '题目有误' },
  leave: { en: 'leave', zh: '离开' },
  retry: { en: 'try again', zh: '重试' },
  skip: { en: 'skip', zh: '跳过' },
  hintKey: { en: 'hint', zh: '提示' },
  unknownKey: { en: "I don't know", zh: '不知道' },
  confirm: { en: 'confirm', zh: '确认' },
  choose: { en: 'choose', zh: '选择' },
  tick: { en: 'tick', zh: '勾选' },
  move: { en: 'move', zh: '移动' },
  answerKey: { en: 'answer', zh: '作答' },
  inTurn: { en: 'in turn', zh: '依次选' },
  carry: { en: 'space + arrows', zh: '空格加方向键' },
  backspace: { en: 'Backspace', zh: '退格' },
  back: { en: 'back', zh: '退回' },
  reveal: { en: 'show the answer', zh: '看答案' },
  unit: { en: 'Unit:', zh: '单位：' },
  pickOne: { en: 'Press a number, or move to one first.', zh: '请按数字，或先移到一项上。' },
  tickOne: { en: 'Tick at least one, or press 0 if you do not know.', zh: '请至少勾选一项；不知道就按 0。' },
  placeAll: { en: 'Give every number once, or take them back.', zh: '每个数字都要选一次；也可以退格取消。' },
  skipped: { en: '(skipped)', zh: '（已跳过）' },
  whatNow: { en: 'What now?', zh: '接下来？' },
  noHint: { en: 'There is no hint for this question.', zh: '这道题没有提示。' },
  notANumber: {
    en: 'That is not a number I can read. Try 300B, 3e11, 300 billion or 300,000,000,000.',
    zh: '没读懂这个数。可以写 300B、3e11、3000亿 或 300,000,000,000。',
  },
  again: { en: 'Once more:', zh: '再来一次：' },
  emptyTyped: { en: 'Type an answer, or :0 if you do not know.', zh: '请输入答案；不知道就输入 :0。' },
} as const satisfies Record<string, Text>;

/** A fixed text of the terminal. */
export type Word = keyof typeof texts;

/** A fixed text of the terminal in the learner's language. */
export function word(name: Word, lang: Lang): string {
  return pick(texts[name], lang);
}

/** A fixed text that stands before another; a full-width colon brings its own blank. */
export function label(
  name: Extract<Word, 'key' | 'source' | 'hint' | 'missed' | 'unit'>,
  lang: Lang,
): string {
  const text = word(name, lang);
  return text.endsWith('：') ? text : `${text} `;
}

/** When an item comes back, counted in days from now. */
export function dueIn(days: number, date: string, lang: Lang): string {
  if (days <= 0)
    return pick({ en: 'It comes back before this session ends.', zh: '本次练习结束前会再问一次。' }, lang);
  if (days === 1) return pick({ en: `Next: tomorrow (${date}).`, zh: `下次：明天（${date}）。` }, lang);
  return pick({ en: `Next: in ${days} days (${date}).`, zh: `下次：${days} 天后（${date}）。` }, lang);
}

/** Milliseconds as a person says them. */
export function duration(ms: number, lang: Lang): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return pick({ en: `${seconds} s`, zh: `${seconds} 秒` }, lang);
  const minutes = Math.floor(seconds / 60);
  return pick({ en: `${minutes} min ${seconds % 60} s`, zh: `${minutes} 分 ${seconds % 60} 秒` }, lang);
}
