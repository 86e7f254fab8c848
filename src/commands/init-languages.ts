import type { Lang } from '#core/base/text.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** The language that a word stands for: a code (`de`), or a name in English, in Chinese or in the language itself (`German`, `Deutsch`). */
export function findLanguage(word: string): Lang | undefined {
  const told = word.trim().replaceAll('_', '-');
  const [base = '', ...rest] = told.split('-');
  const code = base.toLowerCase();
  if (/^[a-z]{2,3}$/.test(code) && rest.every((part) => /^[A-Za-z0-9]+$/.test(part)) && isKnown(code))
    return [code, ...rest].join('-');
  return codes().find((of) => namesOf(of).some((name) => fold(name) === fold(told)));
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const nameIn = (lang: Lang, code: Lang) => new Intl.DisplayNames([lang], { type: 'language' }).of(code);

/** A code that stands for no language is its own name. */
const isKnown = (code: Lang) => nameIn('en', code) !== code;

const namesOf = (code: Lang) => ['en', 'zh', code].map((lang) => nameIn(lang, code) ?? code);

const codes = () =>
  letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => isKnown(code));

/** The name of a language as a learner reads it. */
export const nameOfLanguage = (code: Lang, lang: Lang): string => nameIn(lang, code) ?? code;
