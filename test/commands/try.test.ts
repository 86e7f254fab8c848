import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { bankWith, fakeMachine, typed } from '../fake-world.ts';

/** A text question with a rejected answer, in the place of the fixture's. */
const machine = () =>
  fakeMachine(
    bankWith((item) =>
      item.id === 'a-text'
        ? {
            ...item,
            reject: [
              { text: { en: 'Tensor', zh: '张量' }, why: { en: 'A tensor is data.', zh: '张量是数据。' } },
            ],
          }
        : item,
    ),
  );

const tried = async (words: string, ...lines: string[]) => (await machine().run(words, typed(...lines))).out;

describe('try', () => {
  it('says of each line what it is, and why', async () => {
    expect(
      await tried(
        'try a-text',
        ...['transformer', 'it is called Transformer', 'Transfromer', 'transformers', '變換器'],
        ...['tensor', 'Transforms', 'encoder', '', ':s', 'q'],
      ),
    ).toMatchInlineSnapshot(`
      "right: transformer
        accepted as “Transformer”
      right: it is called Transformer
        “Transformer” with what may stand along
      right: Transfromer
        a typo of “Transformer”
      right: transformers
        “Transformer” in another number, or as it is spelt elsewhere
      right: 變換器
        “变换器” in other characters or regional words
      wrong: tensor
        a rejected answer: Tensor: A tensor is data.
      asked back: Transforms
        “transforms” is another word.
        given again: wrong
      wrong: encoder
        nothing accepted, and nothing close to it; the answer is “Transformer”
      no answer: :s
        This is a key and no answer; an answer that begins with a colon begins with two.
      wrong: q
        Press Enter again to answer "q". To quit, type :q.
        nothing accepted, and nothing close to it; the answer is “Transformer”
      "
    `);
    expect(await tried('try a-text --lang zh', '變換器', 'tensor', '编码器')).toMatchInlineSnapshot(`
      "正确：變換器
        “变换器”的繁体字形或其他地区的说法
      错误：tensor
        是列明的错误答案：张量：张量是数据。
      错误：编码器
        不符合也不接近任何接受的答案；答案是“Transformer”
      "
    `);
  });

  it('reads numbers, and says which are none', async () => {
    expect(await tried('try a-number', 'many')).toMatch(/^asked back: many\n {2}./);
    expect(await tried('try a-number', '3e11', '400B')).toMatchInlineSnapshot(`
      "right: 3e11
        its value is right: 300 billion tokens
      wrong: 400B
        no number that is accepted; the answer is “300 billion tokens”
      "
    `);
  });

  it('goes through a cloze blank by blank', async () => {
    expect(
      await tried('try a-cloze', 'apple; doctor', 'aple, dentist', 'apple;', 'apple'),
    ).toMatchInlineSnapshot(`
      "right: apple; doctor
        [1] apple: right, accepted as “apple”
        [2] doctor: right, accepted as “doctor”
      partly right: aple, dentist
        [1] aple: right, a typo of “apple”
        [2] dentist: wrong, the answer is “doctor”
      partly right: apple;
        [1] apple: right, accepted as “apple”
        [2] left empty; the answer is “doctor”
      no answer: apple
        Type 2 answers separated by semicolons, like: a; b
      "
    `);
    expect(await tried('try a-cloze --lang zh', '蘋果；律师')).toMatchInlineSnapshot(`
      "部分正确：蘋果；律师
        [1] 蘋果：正确，“苹果”的繁体字形或其他地区的说法
        [2] 律师：错误，答案是“doctor”
      "
    `);
  });

  it('prints a line of JSON for each', async () => {
    const out = await tried('try a-text --json', 'transformer', 'tensor', 'Transforms', ':s');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchInlineSnapshot(`
      [
        {
          "answer": [
            "transformer",
          ],
          "verdict": "correct",
          "why": [
            "accepted as “Transformer”",
          ],
        },
        {
          "answer": [
            "tensor",
          ],
          "verdict": "wrong",
          "why": [
            "a rejected answer: Tensor: A tensor is data.",
          ],
        },
        {
          "answer": [
            "Transforms",
          ],
          "insisted": "wrong",
          "verdict": "asked-back",
          "why": [
            "“transforms” is another word.",
          ],
        },
        {
          "line": ":s",
          "problem": "This is a key and no answer; an answer that begins with a colon begins with two.",
          "verdict": "no-answer",
        },
      ]
    `);
  });

  it('says how a question is answered that takes no typing', async () => {
    expect(await tried('try a-choice')).toMatchInlineSnapshot(`
      "\`a-choice\` (choice) is answered by picking an option: no typed answer is judged.
      "
    `);
    expect(await tried('try a-match --lang zh')).toMatchInlineSnapshot(`
      "\`a-match\`（match）的作答方式是把各项配对，没有输入的回答要评判。
      "
    `);
    expect(await tried('try a-recall --json')).toMatchInlineSnapshot(`
      "{"id":"a-recall","kind":"recall","typed":false}
      "
    `);
  });

  it('wants answers from a pipe, and a question that is there', async () => {
    expect(await machine().run('try a-text')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('`llmquiz try a-text < answers.txt`'),
    });
    expect(await machine().run('try a-tex')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean `a-text`?'),
    });
  });

  it('asks at a terminal until an empty line, and records nothing', async () => {
    const desk = machine();
    const stdin = Object.assign(Readable.from(['transformer\n', '\n', 'tensor\n']), { isTTY: true });
    const { code, out, err } = await desk.run('try a-text', '', {}, { stdin });
    expect({ code, out }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "right: transformer
        accepted as “Transformer”
      ",
      }
    `);
    expect(err).toBe('What does the T in GPT stand for?\nAnswer: Answer: ');
    const again = Object.assign(Readable.from(['\n']), { isTTY: true });
    expect((await desk.run('try a-text --lang zh', '', {}, { stdin: again })).err).toBe(
      'GPT 中的 T 代表什么？\n请作答：',
    );
    expect(existsSync(desk.data)).toBe(false);
  });
});
