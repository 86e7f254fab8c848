import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import { dateOf } from '#core/learner/events/day.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';

const texts = {
  answer: { en: 'Answer', zh: '请作答' },
  right: { en: 'Right.', zh: '答对了。' },
  rightAfterMiss: {
    en: 'Right, but you had just read the answer. This counts as a miss.',
    zh: '答对了，但答案你刚刚看过，按答错安排复习。',
  },
  rightAgain: {
    en: 'Right. You had just read the answer, so this counts as after a hint.',
    zh: '答对了。答案你刚刚看过，按看过提示处理。',
  },
  partly: { en: 'Partly right. This counts as a miss.', zh: '部分正确，按答错安排复习。' },
  wrong: { en: 'Wrong.', zh: '答错了。' },
  notKnown: { en: 'No problem. Here is the answer.', zh: '没关系，请看答案。' },
  key: { en: 'Answer:', zh: '答案：' },
  source: { en: 'Source:', zh: '来源：' },
  hint: { en: 'Hint:', zh: '提示：' },
  missed: { en: ' (missed)', zh: '（漏选）' },
  legend: { en: 'Your answer -> the correct one:', zh: '你的回答 -> 正确答案：' },
  chosenSign: { en: 'x your choice', zh: 'x 你的选择' },
  correctSign: { en: '+ correct', zh: '+ 正确答案' },
  more: { en: 'more', zh: '更多' },
  belongs: { en: 'goes with', zh: '对应' },
  revealed: { en: 'Did you know it?', zh: '你知道答案吗？' },
  knew: { en: 'yes', zh: '知道' },
  partlyKnew: { en: 'partly', zh: '知道一部分' },
  didNotKnow: { en: 'no', zh: '不知道' },
  typeFreely: { en: 'Type your answer in your own words.', zh: '用自己的话写出答案。' },
  typeKey: { en: 'type it first', zh: '先写下来' },
  yourText: { en: 'You wrote:', zh: '你写的：' },
  pointsSeen: {
    en: 'Found in your words (+), or not (-). Only words are compared, so you decide.',
    zh: '你写的内容里找到了（+）或没找到（-）的要点。只比对字词，由你自己判断。',
  },
  thinkFirst: {
    en: 'Think of the answer, or type it, then press Enter.',
    zh: '先想好答案（也可写下来），再按回车。',
  },
  next: { en: 'next', zh: '下一题' },
  nextBlank: { en: 'next blank', zh: '下一空' },
  undo: { en: 'undo', zh: '撤销' },
  iWasRight: { en: 'count as right', zh: '改判正确' },
  iWasWrong: { en: 'count as wrong', zh: '改判错误' },
  easy: { en: 'easy', zh: '太简单' },
  suspend: { en: 'suspend', zh: '暂停' },
  flag: { en: 'flag', zh: '标记问题' },
  note: { en: 'note', zh: '备注' },
  ownNote: { en: 'Your note:', zh: '你的备注：' },
  whatIsWrong: { en: 'What is wrong with this question?', zh: '这道题有什么问题？' },
  orTypeReason: { en: 'or type a reason', zh: '也可以输入原因' },
  notFlagged: { en: 'Not flagged.', zh: '未标记。' },
  noteLeft: { en: 'Note not changed.', zh: '备注未更改。' },
  keepNote: { en: 'save', zh: '保存' },
  eraseNote: { en: 'erase', zh: '清空' },
  cancel: { en: 'cancel', zh: '取消' },
  leave: { en: 'quit', zh: '退出' },
  retry: { en: 'try again', zh: '重试' },
  skip: { en: 'skip', zh: '跳过' },
  lookBack: { en: 'back', zh: '回看' },
  further: { en: 'further back', zh: '再往前' },
  goOn: { en: 'go on', zh: '继续' },
  primer: { en: 'primer', zh: '导读' },
  hintKey: { en: 'hint', zh: '提示' },
  knownKey: { en: 'I know this', zh: '已掌握' },
  unknownKey: { en: "I don't know", zh: '不知道' },
  confirm: { en: 'confirm', zh: '确认' },
  choose: { en: 'choose', zh: '选择' },
  tick: { en: 'tick', zh: '勾选' },
  move: { en: 'move', zh: '移动' },
  answerKey: { en: 'answer', zh: '作答' },
  inTurn: { en: 'pick in order', zh: '依次选' },
  carry: { en: 'Space + arrows', zh: '空格加方向键' },
  backspace: { en: 'Backspace', zh: '退格' },
  takeBack: { en: 'take back', zh: '退回' },
  reveal: { en: 'show the answer', zh: '看答案' },
  unit: { en: 'Unit:', zh: '单位：' },
  pickOne: { en: 'Press a number, or move to an option first.', zh: '请按数字，或先移到某个选项。' },
  tickOne: { en: "Tick at least one, or press 0 if you don't know.", zh: '请至少勾选一项；不知道就按 0。' },
  placeAll: {
    en: 'Use each number once. Backspace removes the last one.',
    zh: '每个数字用一次；按退格键撤回上一个。',
  },
  counted: { en: '(I know this)', zh: '（已掌握）' },
  noUseHere: { en: 'This key does nothing here.', zh: '这个键在这里不起作用。' },
  skipped: { en: '(skipped)', zh: '（已跳过）' },
  space: { en: 'Space', zh: '空格' },
  allOrNone: { en: 'all or none', zh: '全选或全不选' },
  tickNumbers: {
    en: 'Numbers of all that you want, such as 1 3-5 (Enter keep, a all, q quit)',
    zh: '输入所有要选的编号，如 1 3-5（Enter 不变，a 全选，q 退出）',
  },
  pickNow: { en: 'Choose:', zh: '请选择：' },
  whatNow: { en: 'What next?', zh: '下一步？' },
  orderFirst: { en: 'Put them in order first.', zh: '请先排好顺序。' },
  noMoreHints: { en: 'No more hints.', zh: '没有更多提示了。' },
  noHint: { en: 'No hint here.', zh: '这里没有提示。' },
  notANumber: {
    en: 'Cannot read that as a number. Type digits or words: 1,200, 3e11, two million.',
    zh: '没有读到数字。请用数字或文字写出，例如 1,200、3e11或两百万。',
  },
  insist: { en: 'If you mean it, give it again.', zh: '确实要这样作答，就再答一次。' },
  again: { en: 'Once more:', zh: '再来一次：' },
  typeUnknown: { en: "If you don't know, type :0.", zh: '不知道就输入 :0。' },
  typeKnown: { en: 'If you know this well, type :k.', zh: '已经掌握就输入 :k。' },
  typeSkip: { en: 'To skip, type :s.', zh: '要跳过，请输入 :s。' },
  typeBack: { en: 'To look back, type :b.', zh: '要回看，请输入 :b。' },
  typeUndo: { en: 'To undo the answer before, type :u.', zh: '要撤销上一题的回答，请输入 :u。' },
  typePrimer: { en: 'To read the primer, type :p.', zh: '要看导读，请输入 :p。' },
  typeLeave: { en: 'To quit, type :q.', zh: '要退出，请输入 :q。' },
  isKey: {
    en: 'This is a key and no answer; an answer that begins with a colon begins with two.',
    zh: '这是按键，不是回答；以冒号开头的回答要写两个冒号。',
  },
  emptyTyped: { en: "Type an answer, or :0 if you don't know.", zh: '请输入答案；不知道就输入 :0。' },
} as const satisfies Record<string, Text>;

/** A fixed text of the terminal. */
export type Word = keyof typeof texts;

/** A fixed text of the terminal in the learner's language. */
export function wordFor(name: Word, lang: Lang): string {
  return pickLanguage(texts[name], lang);
}

/** A fixed text before another one, with a space after a half-width colon. */
export function labelOf(
  name: Extract<Word, 'key' | 'source' | 'hint' | 'unit' | 'ownNote' | 'yourText'>,
  lang: Lang,
): string {
  const text = wordFor(name, lang);
  return text.endsWith('：') ? text : `${text} `;
}

/** The next time that a question is asked: later in this session, or on the day of its review. */
export function dueIn(
  { dueIn: days, due, practice }: Pick<Feedback, 'dueIn' | 'due' | 'practice'>,
  lang: Lang,
): string {
  const again = pickLanguage(
    { en: 'You will see it again this session.', zh: '本次练习中会再次出现。' },
    lang,
  );
  if (practice === undefined) return days <= 0 ? again : reviewText(days, dateOf(due), lang);
  return [...(practice.again ? [again] : []), reviewText(days, dateOf(due), lang)].join(
    pickLanguage({ en: ' ', zh: '' }, lang),
  );
}

function reviewText(days: number, date: string, lang: Lang): string {
  if (days <= 0) return pickLanguage({ en: 'Still due today.', zh: '今天仍待复习。' }, lang);
  if (days === 1)
    return pickLanguage({ en: `Next: tomorrow (${date}).`, zh: `下次：明天（${date}）。` }, lang);
  return pickLanguage(
    { en: `Next: in ${days} days (${date}).`, zh: `下次：${days} 天后（${date}）。` },
    lang,
  );
}

/** A number of milliseconds in seconds or minutes, as text. */
export function formatDuration(ms: number, lang: Lang): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return pickLanguage({ en: `${seconds} s`, zh: `${seconds} 秒` }, lang);
  const minutes = Math.floor(seconds / 60);
  return pickLanguage(
    { en: `${minutes} min ${seconds % 60} s`, zh: `${minutes} 分 ${seconds % 60} 秒` },
    lang,
  );
}
