import type { Lang, Text } from '../base/text.ts';
import { pickLanguage } from '../base/text.ts';
import { kinds } from '../question/kinds/index.ts';
import type { Sample } from '../question/kinds/sample.ts';
import { quote } from '../yaml/quote.ts';

/** What a new bank is to be. */
export interface Starter {
  readonly id: string;
  readonly title: string;
  /** The language of the bank. */
  readonly language: Lang;
}

/** The files of a new bank with one question of each kind, as they are written into its folder. */
export interface StarterFiles {
  readonly bank: string;
  readonly deck: string;
  readonly sources: string;
  /** The language that the questions of the deck are in. */
  readonly deckLanguage: Lang;
}

/** The languages that there are questions to begin with in. */
const sampled = ['en', 'zh'] as const;

/** The one of these languages that stands for a language. */
const sampleLanguageOf = (language: Lang): (typeof sampled)[number] =>
  sampled.find((of) => of === language.split('-')[0]) ?? 'en';

/** The source of all questions to begin with. */
export const sampleSource = {
  ref: 'nasa-solar-system',
  authors: 'NASA',
  year: 2024,
  title: 'Solar System Exploration',
  url: 'https://science.nasa.gov/solar-system/',
} as const;

/** What else a question to begin with is made of. */
interface SampleParts {
  readonly id: string;
  readonly kind: string;
  /** What stands behind `sources:`. */
  readonly sources: string;
}

/** A question to begin with as the lines of an entry of `items`, not indented. */
export function composeSample(sample: Sample, lang: Lang, { id, kind, sources }: SampleParts): string {
  const lines = [`id: ${id}`, `kind: ${kind}`, ...sample[sampleLanguageOf(lang)].trimEnd().split('\n')];
  return [...lines, `sources:${sources}`]
    .map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)
    .join('\n')
    .concat('\n');
}

/** Writes the files of a new bank; `lang` is the language of the remarks in them. */
export async function composeStarter(starter: Starter, lang: Lang): Promise<StarterFiles> {
  const { id, title, language } = starter;
  const deckLanguage = sampleLanguageOf(language);
  const say = (text: Text) => pickLanguage(text, lang);
  const questions = await Promise.all(
    kinds.map(async (kind) => {
      const sample = await kind.sample();
      const sources = ` [{ ref: ${sampleSource.ref} }]`;
      const entry = composeSample(sample, deckLanguage, { id: sample.id, kind: kind.name, sources });
      return `\n  # ${say(kind.title)}\n${entry.replace(/^(?=.)/gm, '  ')}`;
    }),
  );
  const isOther = deckLanguage !== language;
  return {
    deckLanguage,
    bank: [
      modelineFor('../schema/bank'),
      `id: ${id} # ${say(texts.id)}`,
      `title: ${quote(title)}`,
      `language: ${language}`,
      '',
    ].join('\n'),
    deck: [
      modelineFor('../../schema/deck'),
      ...say(texts.deck).split('\n'),
      `title: ${deckTitles[deckLanguage]}`,
      ...(isOther ? [`language: ${deckLanguage} # ${say(texts.language)}`] : []),
      'items:',
    ]
      .join('\n')
      .concat(questions.join('').replace(/^\n/, '\n')),
    sources: [
      modelineFor('../schema/sources'),
      `# ${say(texts.sources)}`,
      `${sampleSource.ref}:`,
      `  authors: ${sampleSource.authors}`,
      `  year: ${sampleSource.year}`,
      `  title: ${sampleSource.title}`,
      `  url: ${sampleSource.url}`,
      '',
    ].join('\n'),
  };
}

const modelineFor = (schema: string) => `# yaml-language-server: $schema=${schema}.schema.json`;

const deckTitles = { en: 'One question of each kind', zh: '示例题' } as const;

const texts = {
  id: {
    en: 'Never change it: progress is stored under it.',
    zh: '不要改动：学习进度以它为准。',
  },
  deck: {
    en: '# One question of each kind. Copy one, give it an `id` of its own, and write yours; delete these when you no longer need them.',
    zh: '# 每种题型各一道。复制一道，换上新的 id，写成你自己的题；不再需要时把这些删掉。',
  },
  language: {
    en: 'Of these questions; delete the line once they are in yours.',
    zh: '这些示例题的语言；换成你的语言后删掉这一行。',
  },
  sources: {
    en: 'Where the facts are from. Questions name an entry as `ref`.',
    zh: '事实的出处。题目用 ref 引用其中一条。',
  },
} as const;
