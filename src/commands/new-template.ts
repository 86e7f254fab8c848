import type { LocatedBank } from '#core/bank/located-bank.ts';
import { composeSample, sampleSource } from '#core/bank/starter.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import type { ListedKind } from './new-kind.ts';

/** A question to write over. */
export interface Template {
  readonly text: string;
  /** The lines of remarks in it, which are for the author's eyes only. */
  readonly remarks: ReadonlySet<string>;
}

/** What a template is made for. */
export interface TemplateWishes {
  readonly kind: ListedKind;
  /** The language of the question, and that of the remarks. */
  readonly language: Lang;
  readonly lang: Lang;
  readonly ids: ReadonlySet<string>;
  /** The ids of sources that may be referred to. */
  readonly refs: readonly string[];
  /** The deck as it is shown; absent if it goes nowhere by itself. */
  readonly deck?: string;
}

/** The ids in a bank, and those that its questions had before. */
export const idsIn = ({ ids, items }: LocatedBank): ReadonlySet<string> =>
  new Set([...ids.map(({ id }) => id), ...items.flatMap(({ item }) => item.formerIds)]);

const mostRefs = 8;

/** Makes a question to write over, with an id that is free and with remarks for its author. */
export async function makeTemplate(wishes: TemplateWishes): Promise<Template> {
  const { kind, language, lang, ids, refs, deck } = wishes;
  const t = inLanguage(lang);
  const entry = composeSample(await kind.sample(), language, {
    ...{ id: freeId(kind.name, ids), kind: kind.name },
    sources: `\n    - title: ${sampleSource.title}, ${sampleSource.authors}\n      url: ${sampleSource.url}`,
  });
  const title = pickLanguage(kind.title, lang);
  const called = title === kind.name ? kind.name : t(`${kind.name}, ${title}`, `${kind.name}，${title}`);
  const head = [
    t(`# A question (${called}). Write yours over this example.`, `# 一道题（${called}）。请改写成你的题。`),
    ...(deck === undefined
      ? []
      : [
          t('# Save and close the editor to add it to', '# 保存并关闭编辑器后，它会加到'),
          `#   ${deck}`,
          t('# If you change nothing, nothing is added.', '# 如果什么都没改，就什么都不加。'),
        ]),
    t(
      '# The id is for good. Let it say what is asked, such as capital-of-peru.',
      '# id 定了就不要再改。用英文小写写出问的是什么，如 capital-of-peru。',
    ),
    ...(refs.length === 0 ? [] : refsRemarks(refs, lang)),
  ];
  const text = `${head.join('\n')}\n${entry}`;
  return { text, remarks: new Set(text.split('\n').filter((line) => /^\s*#/.test(line))) };
}

function refsRemarks(refs: readonly string[], lang: Lang): readonly string[] {
  const some = refs.slice(0, mostRefs).join(', ') + (refs.length > mostRefs ? ', ...' : '');
  return [
    inLanguage(lang)(
      '# A source may also be a `ref` to sources.yaml, which has:',
      '# 来源也可以写 `ref`，引用 sources.yaml 中的：',
    ),
    `#   ${some}`,
  ];
}

function freeId(kind: string, ids: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) if (!ids.has(`${kind}-${n}`)) return `${kind}-${n}`;
}

/** What an author made of a template: the question, and the fields that are still those of the example. */
export interface WrittenOver {
  readonly entry: string;
  readonly isUntouched: boolean;
  readonly leftovers: readonly string[];
}

/** Fields in which what the example says is never what the author means. */
const own = /^[\s-]*(stem|rationale|title|url|id):/;

/** Reads what became of a template: without its remarks, and without any that begin in the first column. */
export function readFilled(text: string, { text: before, remarks }: Template): WrittenOver {
  const lines = text.split(/\r\n|\n/);
  const kept = lines.filter((line) => !remarks.has(line.trimEnd()) && !line.startsWith('#'));
  const entry = `${kept.join('\n').trim()}\n`;
  const example = before.split('\n').filter((line) => !remarks.has(line));
  const still = new Set(kept);
  const leftovers = example.flatMap((line) => {
    const [, field] = own.exec(line) ?? [];
    return field !== undefined && still.has(line) ? [field] : [];
  });
  return { entry, leftovers, isUntouched: entry.trim() === '' || entry === `${example.join('\n').trim()}\n` };
}
