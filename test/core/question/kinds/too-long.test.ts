import { expect, it } from 'vitest';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { gradeAtOnce } from '../../../grading.ts';

const common = { level: 1, rationale: 'So.', sources: [{ ref: 'a2020' }] };
const itemOf = (item: Readonly<Record<string, unknown>>) =>
  kindOf(item as unknown as Item)
    .schema(shapes)
    .parse({ id: 'x', ...common, ...item }) as Item;

const text = itemOf({ kind: 'text', stem: 'What?', key: 'attention' });
const cloze = itemOf({ kind: 'cloze', stem: 'All you need is {{what}}.', accept: { what: ['attention'] } });

it.each([text, cloze])(
  'a $kind of much more than any right answer is wrong, in whatever script, unread',
  (item) => {
    for (const long of [
      'attention '.repeat(60),
      '注意'.repeat(600),
      `attention${' '.repeat(300)}(${'x'.repeat(300)})`,
    ])
      expect(gradeAtOnce(kindOf(item), item, { type: 'typed', texts: [long] }, 'en')).toMatchObject({
        verdict: 'wrong',
      });
    const quoted = { type: 'typed', texts: [`   “attention”${' '.repeat(400)}`] } as const;
    expect(gradeAtOnce(kindOf(item), item, quoted, 'en')).toMatchObject({ verdict: 'correct' });
  },
);
