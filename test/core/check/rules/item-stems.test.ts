import { describe, expect, it } from 'vitest';
import { questionSentenceOf } from '#core/check/language/question-sentence.ts';
import { findNegation } from '#core/check/rules/item/negative-question.ts';
import { choice, choices, found, type Parts, type Written } from './written.ts';

describe('the question of a stem', () => {
  it.each([
    ['BERT is deep. What is it built of?', 'What is it built of?'],
    [
      'Which of them did Li et al. (2019) train? Several may be right.',
      'Which of them did Li et al. (2019) train?',
    ],
    ['Li et al. Which?', 'Li et al. Which?'],
    ['Put the steps in order.', 'Put the steps in order.'],
    ['BERT 很深。它由什么组成？', '它由什么组成？'],
    ['', ''],
  ])('%s', (stem, question) => {
    expect(questionSentenceOf(stem)).toBe(question);
  });
});

describe('a question that asks for what is not so', () => {
  const negationOf = (stem: string) =>
    findNegation(stem, /\p{Script=Han}/u.test(stem) ? 'zh' : 'en')?.negation;

  it.each([
    ['Which of the following is not an optimizer?', 'not'],
    ['Which of these optimizers does not keep a mean?', 'not'],
    ['Which statement about the BERT model is NOT true?', 'NOT'],
    ["Which of these isn't an optimizer?", "isn't"],
    ['Which layer cannot be trained?', 'cannot'],
    ['What does GPT-3 not use?', 'not'],
    ['Which loss does the model not need?', 'not'],
    ['Which of these does a model with a decoder alone NOT have?', 'NOT'],
    ['Which statement about attention is false?', 'false'],
    ['Which of the following is incorrect according to the paper?', 'incorrect'],
    ['Which cause is least likely?', 'least'],
    ['All of the following are optimizers except', 'except'],
    ['Each of these is a tokenizer, except which?', 'except'],
    ['Pick the model that is not a Transformer.', 'not'],
    ['In which film has she NOT appeared?', 'NOT'],
    ['Which of these has the author not written?', 'not'],
    ['On which of these shows was he NOT a writer?', 'NOT'],
    ['Mayan city-states were NOT:', 'NOT'],
    // What stands above the question is no sentence: it ends without a full stop.
    ['"Say it." — Tacitus, ca. 98 C.E.\nWhich of these causes contributed LEAST to the fall?', 'LEAST'],
    ['DISPLAY (i)\n}\nWhich of the calls shows that the procedure does NOT work?', 'NOT'],
    ['—A Speech, 1928\nWhich of these policies of the state was NOT used?', 'NOT'],
    ['Which contributed LEAST to it?', 'LEAST'],
    ['Which story is listed with the WRONG author?', 'WRONG'],
    ['Select the false statement.', 'false'],
    ['下列哪项不是优化器？', '不是'],
    ['下列说法不正确的是？', '不正确'],
    ['关于注意力，下列说法错误的是：', '错误'],
    ['以下哪一项说法错误？', '错误'],
    ['哪一项描述是错误的？', '错误'],
    ['不属于词向量方法的是哪一个？', '不属于'],
    ['哪种模型不能并行训练？', '不'],
    ['除了下列哪一项，其他都是优化器？', '除了'],
    ['以下都是优化器，除了：', '除了'],
    ['哪一项最不可能是原因？', '不'],
  ])('%s', (stem, negation) => {
    expect(negationOf(stem)).toBe(negation);
  });

  it.each([
    ['How is a word treated that was not in the data?'],
    ['What happens to a word not in the vocabulary?'],
    ['What happens to tokens the model has not seen?'],
    ['Which part handles a word that is not known?'],
    ['What does a model not trained on code do?'],
    ['Which method is used when labels are not given?'],
    ['Which function does the memory apply that the FFN does not?'],
    ['If the loss does not fall, which knob is turned?'],
    ['BERT does not mask every token. Which problem is this meant to ease?'],
    ['Which task is not only a test of memory?'],
    ['Why does the loss not fall?'],
    ['What is wrong with this proof?'],
    ['Which rate counts a false positive?'],
    ['Which model needs at least 16 GB?'],
    ['Which model needs the least memory?'],
    ['Which layers are frozen, all except the last?'],
    ['What is least squares?'],
    ['Which gate is built of AND NOT gates?'],
    ['Run the one that does NOT load the file. What do you do?'],
    ["What is the cause of 'Cannot modify header, it is not sent'?"],
    ['The paper reuses it with one exception. Which?'],
    ['哪种方法使用注意力而不是循环？'],
    ['除了掩码预测，BERT 预训练时还会做什么？'],
    ['BERT 并不会把所有 token 都做掩码。这样做是为了缓解什么问题？'],
    ['Besiroglu 等人发现，其中哪一种与另外两种不一致？'],
    ['哪一层最容易产生错误？'],
    ['下列哪种方法能发现错误？'],
    ['没有标签时，哪种方法最好？'],
    ['哪种语言与其他的不同？'],
    ['下面哪些说法正确？'],
  ])('is not: %s', (stem) => {
    expect(negationOf(stem)).toBeUndefined();
  });
});

describe('item/negative-stem and item/double-negative', () => {
  const rules = ['item/negative-stem', 'item/double-negative'];
  const ruled = (stem: Written, last: Written = 'green') =>
    rules.flatMap((rule) =>
      found(rule, choice({ stem, key: 'red', distractors: ['blue', last, 'grey'] })).map(
        (f) => `${rule} ${f.severity}`,
      ),
    );

  it.each([
    ['Which is not a colour?', 'warning'],
    ['Which is NOT a colour?', 'info'],
    ['Which is **not** a colour?', 'info'],
    ['Which is *not* a colour?', 'info'],
    ['Which of these is FALSE?', 'info'],
    ['**Which** is not a colour?', 'warning'],
    ['下列哪项不是颜色？', 'warning'],
    ['下列哪项**不是**颜色？', 'info'],
    ['下列哪项**不**是颜色？', 'info'],
  ])('%s is of severity %s', (stem, severity) => {
    expect(ruled(stem)).toEqual([`item/negative-stem ${severity}`]);
  });

  it('are one finding if an option negates as well', () => {
    const both = ['item/double-negative warning'];
    expect(ruled('Which is NOT a colour?', 'It has no colour')).toEqual(both);
    expect(ruled('下列哪项不是颜色？', '没有颜色')).toEqual(both);
    expect(
      ruled({ en: 'Which is NOT a colour?', zh: '哪个是颜色？' }, { en: 'not red', zh: '非红色' }),
    ).toEqual(both);
  });

  it('do not take for a negation what only sounds like one', () => {
    const single = ['item/negative-stem warning'];
    for (const option of ['无监督学习', '不同的类别', '未来的词', '除法'])
      expect(ruled('下列哪项不是颜色？', option)).toEqual(single);
    expect(ruled('Which is not a colour?', 'knots')).toEqual(single);
    expect(ruled('Which is not a colour?', 'None of the above')).toEqual(single);
    for (const option of [
      'Never Say Goodbye',
      'Finish No Later Than',
      '(NOT, OR)',
      'none',
      'characters (no spaces)',
      'green, not blue',
      'It says “do not touch”',
    ])
      expect(ruled('Which is not a colour?', option)).toEqual(single);
    for (const option of ['地基不稳', '绵绵不休', '不等式的解', '写有“不可”'])
      expect(ruled('下列哪项不是颜色？', option)).toEqual(single);
  });
});

describe('item/answer-in-stem', () => {
  const count = (stem: Written, key: Written, ...distractors: Written[]) =>
    found('item/answer-in-stem', choice({ stem, key, distractors })).length;

  it.each([
    ['four letters', 'Blue-green or cyan: what is cyan?', 'Cyan', 1],
    ['three letters', 'What is red, the colour?', 'red', 0],
    ['part of a word', 'What is cyanide?', 'cyan', 0],
    ['part of a joined word', 'What is BERT-Base?', 'BERT', 0],
    ['beside ideographs', 'BERT模型用什么？', 'BERT', 1],
    ['two ideographs', '双向注意力用什么？', '双向', 1],
    ['one ideograph', '双向注意力用什么？', '双', 0],
    ['figures alone', 'What came of the 2020 paper?', '2020', 0],
    ['in code alone', 'What does `cyan()` return?', 'cyan', 0],
    ['in a block of code alone', 'What is printed?\n```\nprint("cyan")\n```', 'cyan', 0],
    ['an expression', 'What is a == b || c the same as?', 'a == b', 0],
    ['a word of every sentence', 'Which word goes with it?', 'with', 0],
    ['part of another name', 'Which band did Chris Daughtry found?', 'Daughtry', 1],
    ['in the title of a chapter', '《青色之书》中说的是哪个？', '青色', 0],
    [
      'of a case',
      `${'A man buys cyan paint for a wall and asks about it. '.repeat(5)}Which is it?`,
      'cyan',
      0,
    ],
    ['of a Chinese case', `${'某人买了青色颜料，想知道怎么用。'.repeat(5)}他买的是什么？`, '青色', 0],
  ])('%s', (_, stem, key, expected) => {
    expect(count(stem, key, 'xx', 'yy')).toBe(expected);
  });

  it('lets a stem be that has half of the options', () => {
    expect(count('Is it azure or cyan?', 'cyan', 'azure', 'both')).toBe(0);
    expect(count('Is it azure or cyan?', 'cyan', 'azure', 'both', 'neither')).toBe(0);
    expect(count('Is it azure or cyan?', 'cyan', 'azure', 'both', 'neither', 'grey')).toBe(1);
  });

  it('lets a name be that stands for itself among names', () => {
    expect(count('Who beat Spain in the final that was held in France?', 'France', 'Brazil', 'Italy')).toBe(
      0,
    );
    expect(count('Who wrote the song that Prince sang?', 'Prince', 'Madonna', 'Sting')).toBe(0);
    expect(count('Who wrote the song that Prince sang?', 'Prince', 'nobody', 'Sting')).toBe(1);
  });

  it('lets a stem be that speaks of what other options deny', () => {
    expect(count('Is the argument valid or not?', 'Valid', 'Invalid', 'Neither')).toBe(0);
    expect(count('含有直流分量的电流，其响应中', '含有直流分量', '不含有直流分量', '其他')).toBe(0);
  });

  it('is found once per language that it is in', () => {
    expect(count({ en: 'Cyan is what?', zh: 'cyan 是什么？' }, 'cyan', 'xx', 'yy')).toBe(2);
    expect(count({ en: 'What is it?', zh: '青色是什么？' }, { en: 'cyan', zh: '青色' }, 'xx', 'yy')).toBe(1);
  });

  const typed = (stem: string, accept: string) =>
    found(
      'item/answer-in-stem',
      `title: T
items:
  - id: x
    kind: text
    level: 1
    tags: [t]
    stem: ${stem}
    key: cyan
    accept: [${accept}]
    rationale: It has been measured by several people.
    sources: [{ title: A book of colours }]
`,
    ).map((f) => f.related);

  it('sees each accepted answer if it is typed', () => {
    expect(typed('What is blue-green called?', 'azure')).toEqual([]);
    expect(typed('What is another word for azure?', 'azure')).toEqual([['azure']]);
    expect(typed('What is another word for azure or cyan?', 'azure')).toEqual([['cyan']]);
  });
});

describe('item/clang', () => {
  const stem = 'What keeps the counter of a scheduler?';
  const severities = (...all: Parts[]) => found('item/clang', choices(...all)).map((f) => f.severity);
  const distractors = ['a stack', 'a queue', 'a heap'];

  it.each([
    ['a word of the stem', stem, 'a counter', 1],
    ['a word of the stem in another form', 'Who is counting?', 'those who counted', 1],
    ['a word of three letters', 'Which map?', 'a map', 0],
    ['a word that says nothing', 'Which following option?', 'the following', 0],
    ['three ideographs', '注意力机制由什么计算？', '查询与注意力', 1],
    ['two ideographs', '注意力由什么计算？', '注意', 0],
    ['particles', '数据越来越多会怎样？', '越来越慢', 0],
    ['a Latin word among ideographs', 'Adam 用什么？', '加了矩的 adam 法', 1],
    ['a word in code', 'What does `counter()` keep?', 'a counter', 0],
    ['what is not so', 'Which does a counter NOT keep?', 'a counter', 0],
    ['what is said of all options', 'Which counter is it?', 'All of these counters', 0],
    [
      'a case',
      `${'A man buys a counter in a shop and asks about it. '.repeat(5)}Which is it?`,
      'a counter',
      0,
    ],
  ])('%s', (_, asked, key, count) => {
    const found_ = severities({ stem: asked, key, distractors });
    expect(found_.length).toBe(count);
  });

  it('lets a word be that a distractor has, or that is a tag', () => {
    expect(severities({ stem, key: 'a counter', distractors: ['no counter', 'a heap'] })).toEqual([]);
    expect(severities({ stem, key: 'a counter', distractors, tags: ['counters'] })).toEqual([]);
    expect(severities({ stem, key: 'a counter', distractors, tags: ['program-counter'] })).toEqual([]);
  });

  it('lets a correct answer be if a distractor draws as much by another word', () => {
    expect(severities({ stem, key: 'a counter', distractors: ['the scheduler', 'a heap'] })).toEqual([]);
  });

  it('is a warning up to three questions with the word, and a note beyond', () => {
    const one = { stem, key: 'a counter', distractors };
    const others = (n: number) => Array.from({ length: n }, () => ({ ...one, key: 'a stick' }));
    expect(severities(one, ...others(2))).toEqual(['warning']);
    expect(severities(one, ...others(3))).toEqual(['info']);
  });
});

describe('item/unfocused-stem', () => {
  const count = (stem: Written) =>
    found('item/unfocused-stem', choice({ stem, key: 'red', distractors: ['blue', 'green'] })).length;

  it.each([
    ['Which of the following is true?'],
    ['Which of these statements is correct?'],
    ['Which is NOT true?'],
    ['Choose the correct answer.'],
    ['下列哪项正确？'],
    ['下列说法正确的是：'],
    ['以下哪一项是正确的？'],
    ['Byte-pair encoding'],
    ['The optimizer Adam.'],
    ['注意力机制'],
    ['注意力的机制'],
  ])('%s is found', (stem) => {
    expect(count(stem)).toBe(1);
  });

  it.each([
    ['Which of the following is true of BPE?'],
    ['BPE joins pairs. Which of the following is true?'],
    ['关于 BPE，下列哪项正确？'],
    ['BPE?'],
    ['注意力机制的用途'],
    ['BPE is:'],
    ['BPE joins ____'],
    ['2 + 2 ='],
    ['Name the optimizer behind the original Transformer.'],
    ['请指出原始 Transformer 使用的优化器'],
  ])('%s is not', (stem) => {
    expect(count(stem)).toBe(0);
  });
});

describe('item/unfocused-stem of sentences to complete', () => {
  const count = (stem: string) =>
    found('item/unfocused-stem', choice({ stem, key: 'red', distractors: ['blue', 'green'] })).length;

  it.each([
    'Which of the following is true?',
    'Find the correct statement.',
    'Tariffs and quotas',
    'Rod Laver',
    'Demand reduction.',
    'According to Huemer,',
    'In a command economy',
    '下列说法正确的是',
    '亚马孙河口',
  ])('is found: %s', (stem) => {
    expect(count(stem)).toBe(1);
  });

  it.each([
    'The concomitant variation fallacy is',
    'Scarcity is best defined as',
    'Zeus was married to this goddess.',
    'He founded the party.',
    'Describe the functionality of a queue.',
    'Objects are passed by **\\_**',
    '**\\_** cannot be destructured.',
    'MapReduce \\_ YARN.',
    'Packet sniffer is also called',
    'Lowering reserve requirements would',
    'Find the true statement about Lisa Leslie.',
    '参宿四位于',
    '罐头净重是指',
    '皮浪学派又叫',
  ])('is not found: %s', (stem) => {
    expect(count(stem)).toBe(0);
  });
});
