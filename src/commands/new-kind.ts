import { findNearest } from '#core/base/nearest.ts';
import { inLanguage, type Lang, pickLanguage, wordingsOf } from '#core/base/text.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { UserError } from '#shell/system/world.ts';

/** A kind of question as the list of kinds has it. */
export type ListedKind = (typeof kinds)[number];

/** The kind that a word names: its name, one of its titles, or another name that people give it. Throws if it names none, or several. */
export function pickKind(word: string | undefined, lang: Lang): ListedKind {
  const t = inLanguage(lang);
  if (word === undefined)
    throw new UserError([
      t('Name a kind of question: `llmquiz new KIND`.', '请指定题型：`llmquiz new KIND`。'),
      ...kinds.map(({ name, title }) => `  ${name.padEnd(12)}${pickLanguage(title, lang)}`),
    ]);
  const own = kinds.find(({ name }) => name === word.toLowerCase());
  if (own !== undefined) return own;
  const called = kinds.filter((kind) => namesOf(kind).includes(plain(word)));
  const [only, ...others] = called;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined)
    throw new UserError(
      t(
        `\`${word}\` may be ${listed(called, ' or ')}. Name one of them.`,
        `\`${word}\` 可能指 ${listed(called, ' 或 ')}。请指定其中一个。`,
      ),
    );
  const names = kinds.map(({ name }) => name);
  const near = findNearest(word, names);
  throw new UserError(
    near === undefined
      ? t(
          `Unknown kind \`${word}\`. Choose from: ${names.join(', ')}.`,
          `未知题型 \`${word}\`。可选：${names.join('、')}。`,
        )
      : t(
          `Unknown kind \`${word}\`. Did you mean \`${near}\`?`,
          `未知题型 \`${word}\`。你是否想输入 \`${near}\`？`,
        ),
  );
}

const listed = (some: readonly ListedKind[], or: string) => some.map(({ name }) => `\`${name}\``).join(or);

const plain = (name: string) => name.toLowerCase().replace(/\P{L}|题$/gu, '');

function namesOf({ title, ...kind }: ListedKind): readonly string[] {
  const also = 'alsoCalled' in kind ? (kind.alsoCalled ?? []) : [];
  return [...wordingsOf(title).map(plain), plain(kind.name), ...also];
}
