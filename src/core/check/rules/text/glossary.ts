import { languageBy } from '#core/bank/bank-frame.ts';
import { roleOf } from '#core/bank/file-role.ts';
import type { LocatedBank } from '#core/bank/located-bank.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, shortFields, textsIn } from '#core/check/views/file-texts.ts';
import { type Avoided, avoidedIn, type Guide, guidesOf } from '#core/check/views/glossary-guides.ts';

const glossary = 'pair:\n  write: pair of symbols\n  avoid: { en: [couple of symbols] }\n';

export const textGlossary: Rule = {
  id: 'text/glossary',
  severity: 'warning',
  summary: 'Texts must use the terms of glossary.yaml, and none of the wordings that it avoids.',
  why: 'A second word for the same thing makes learners look for a difference that is not there.',
  bad: {
    'decks/tokens.yaml': makeSampleDeck('pair of symbols', 'couple of symbols'),
    'glossary.yaml': glossary,
  },
  good: { 'decks/tokens.yaml': sampleDeck, 'glossary.yaml': glossary },
  *check(bank) {
    if (bank.terms.length === 0) return;
    const guideFor = guidesFor(bank);
    const languages = new Map(bank.decks.map(({ source, language }) => [source, language]));
    for (const source of bank.files) {
      const role = roleOf(source);
      if (role === 'sources' || role === 'glossary') continue;
      const own = languages.get(source) ?? languageBy(source.path, bank.frames);
      for (const found of textsIn(source)) {
        const lang = languageOf(found) ?? own;
        const guide = guideFor(lang);
        if (guide === undefined || isTypedOrCited(found)) continue;
        for (const avoided of avoidedIn(found.text, guide)) yield findInText(found, describe(avoided, lang));
      }
    }
  },
};

/** Returns what is to be avoided in a language, or in the language that it is a variety of. */
function guidesFor({ terms }: LocatedBank): (lang: Lang) => Guide | undefined {
  const guides = guidesOf(terms.map(({ term }) => term));
  return (lang) => guides.get(lang) ?? guides.get(lang.replace(/-.*/, ''));
}

/** Returns the language that a text stands under; undefined if it stands under a field. */
function languageOf({ step: { key } }: FileText): Lang | undefined {
  return typeof key === 'string' && /^[a-z]{2,3}(?:-|$)/.test(key) && !shortFields.has(key) ? key : undefined;
}

/** Returns whether a text is one that learners may type, or part of a source: these are as they are. */
function isTypedOrCited({ step }: FileText): boolean {
  let isText = false;
  for (let at: typeof step | undefined = step; at !== undefined; at = at.parent) {
    if (at.key === 'accept' || at.key === 'sources' || at.key === 'words') return true;
    if (at.key === 'reject') return isText;
    if (at.key === 'text') isText = true;
  }
  return false;
}

function describe({ words, write, note }: Avoided, lang: Lang): string {
  const why = note === undefined ? '' : ` (${note})`;
  return `\`${words.replace(/\s+/g, ' ')}\` is a wording to avoid; write \`${pickLanguage(write, lang)}\`${why}`;
}
