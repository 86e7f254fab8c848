import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type * as z from 'zod';
import { randomFrom } from '#core/base/random.ts';
import { pickLanguage } from '#core/base/text.ts';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import { judgeAtHand } from '#core/question/kinds/kind.ts';
import type { Answer, Outcome, Prompt, Verdict } from '#core/question/prompt.ts';
import { shapes } from '#core/question/shapes.ts';

interface ValidExample {
  readonly item: { readonly id: string };
  readonly lang?: string;
  readonly answers: readonly {
    readonly answer: Answer;
    readonly verdict?: Verdict;
    readonly refused?: string;
    readonly remarks?: readonly string[];
  }[];
}

interface Examples {
  readonly valid: readonly ValidExample[];
  readonly invalid: readonly { readonly item: { readonly id?: string }; readonly at: string }[];
}

const folder = join(import.meta.dirname, '../src/core/question/kinds');
const languages = ['en', 'zh'] as const;

it('every folder of kinds is in the list under its own name', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((f) => f.name).sort()).toEqual(kinds.map((k) => k.name).sort());
});

for (const kind of kinds) {
  describe(kind.name, () => {
    const file = join(folder, kind.name, 'examples.yaml');
    if (!existsSync(file)) {
      it('has examples', () => expect.fail(`${kind.name} has no examples.yaml`));
      return;
    }
    const { valid, invalid } = parse(readFileSync(file, 'utf8')) as Examples;
    const schema = kind.schema(shapes) as z.ZodType<Item>;

    it('has valid and invalid examples, one of them in Chinese', () => {
      expect(valid.length).toBeGreaterThan(0);
      expect(invalid.length).toBeGreaterThan(0);
      expect(valid.some((example) => example.lang === 'zh')).toBe(true);
    });

    for (const example of valid) describe(example.item.id, () => conforms(schema, example));

    for (const { item, at } of invalid) {
      it(`${item.id ?? 'an item without id'} is refused at ${at}`, () => {
        expect(refusedAt(schema, item)).toContain(at);
      });
    }
  });
}

function conforms(schema: z.ZodType<Item>, { item: written, lang = 'en', answers }: ValidExample): void {
  const { data: item, error } = schema.safeParse(written);
  it('has the shape of its kind', () => expect(error?.issues ?? []).toEqual([]));
  if (item === undefined) return;
  const kind = kindOf(item);

  it('survives a round trip through YAML', () => {
    expect(schema.parse(parse(stringify(written)))).toEqual(item);
    expect(schema.parse(parse(stringify(item)))).toEqual(item);
  });

  it('is asked the same way for the same seed, by its own stem', () => {
    for (const language of languages) {
      const ask = (seed: string) => kind.prompt(item, { lang: language, random: randomFrom(seed) });
      expect(ask('a')).toEqual(ask('a'));
      expect(ask('a').stem.replace(gaps, '_')).toBe(gapless(pickLanguage(item.stem, language)));
      expect(textsOf(ask('b')).sort()).toEqual(textsOf(ask('a')).sort());
    }
  });

  it('has a key, a face and a chance of guessing', () => {
    for (const language of languages) {
      expect(kind.key(item, language)).not.toBe('');
      expect(kind.face(item, language).front).not.toBe('');
      expect(kind.face(item, language).back).not.toBe('');
    }
    expect(kind.guess(item)).toBeGreaterThanOrEqual(0);
    expect(kind.guess(item)).toBeLessThan(1);
  });

  it('has trials that must be found right and others that must not, and they are', () => {
    for (const language of languages) {
      const trials = [...kind.trials(item, language)];
      expect(new Set(trials.map((trial) => trial.right))).toEqual(new Set([true, false]));
      for (const { answer, right } of trials) {
        const outcome = judgeAtHand(kind, item, answer, language);
        expect([answer, outcome.type === 'judged' && outcome.verdict === 'correct']).toEqual([answer, right]);
      }
    }
  });

  it('calls not knowing wrong', () => {
    expect(kind.grade(item, { type: 'unknown' }, lang)).toMatchObject({ type: 'judged', verdict: 'wrong' });
  });

  it('has a right and a wrong answer among its examples', () => {
    const verdicts = answers.map((a) => a.verdict);
    expect(verdicts).toContain('correct');
    expect(verdicts).toContain('wrong');
  });

  for (const { answer, verdict, refused, remarks = [] } of answers) {
    it(`${JSON.stringify(answer)} is ${verdict ?? `refused as ${refused}`}`, async () => {
      const expected = refused === undefined ? { verdict, remarks } : { refused };
      expect(summaryOf(await kind.grade(item, answer, lang))).toEqual(expected);
    });
  }
}

const gaps = /(\[\d+\] )?____/g;

/** A written stem with every blank as the same sign, and its literal braces as they are shown. */
function gapless(stem: string): string {
  return stem.replace(/(?<!\\)\{\{[a-z0-9-]+\}\}/g, '_').replaceAll('\\{{', '{{');
}

function textsOf(prompt: Prompt): string[] {
  switch (prompt.type) {
    case 'pick-one':
    case 'pick-many':
    case 'arrange':
      return [...prompt.options];
    case 'type-in':
      return [...prompt.blanks];
    case 'pair':
      return [...prompt.lefts, ...prompt.rights];
    case 'reveal':
      return [prompt.key];
  }
}

function summaryOf(outcome: Outcome) {
  return outcome.type === 'refused'
    ? { refused: outcome.reason.why }
    : { verdict: outcome.verdict, remarks: outcome.remarks.map((remark) => remark.type) };
}

function refusedAt(schema: z.ZodType<Item>, item: unknown): readonly string[] {
  const { error } = schema.safeParse(item);
  return (error?.issues ?? []).flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => [...issue.path, ...(key === undefined ? [] : [key])].join('.'));
  });
}
