import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { findInText, textsIn } from '#core/check/views/file-texts.ts';

export const textUnclosedMarkdown: Rule = {
  id: 'text/unclosed-markdown',
  severity: 'warning',
  summary: 'Every `, ``` and ** in a text must be closed.',
  why: 'An unclosed mark is shown as it is, or formats the rest of the text.',
  bad: makeSampleDeck('joins the', 'joins `ab the'),
  good: makeSampleDeck('joins the', 'joins `ab` **and** the'),
  *check({ files }) {
    for (const source of files) {
      for (const found of textsIn(source)) {
        const mark = unclosed(found.text);
        if (mark === undefined) continue;
        const message = `\`${mark}\` is never closed; close it or remove it`;
        yield findInText(
          found,
          mark.includes('`') ? message.replaceAll(`\`${mark}\``, `"${mark}"`) : message,
        );
      }
    }
  },
};

const fence = /```/g;

function unclosed(text: string): string | undefined {
  if (!text.includes('`') && !text.includes('**')) return undefined;
  // A text that is nothing but the mark is about the mark.
  if (/^[`*\s]*$/.test(text)) return undefined;
  if ((text.match(fence)?.length ?? 0) % 2 === 1) return '```';
  const unfenced = text.replace(/```.*?```/gs, ' ');
  if ((unfenced.match(/`/g)?.length ?? 0) % 2 === 1) return '`';
  const prose = unfenced.replace(/`[^`]*`/g, ' ');
  return (prose.match(bold)?.length ?? 0) % 2 === 1 && opensBold.test(prose) ? '**' : undefined;
}

/** Two asterisks from which something may be bold: not those of a word that is blotted out, or of a comment in code. */
const opensBold = /(?<![A-Za-z0-9*/])\*\*(?![\s*])/;
/** Two asterisks, except in a power, as in `2**10` and `n ** 2`, and in the arguments of a call, as in `f(**kwargs)`. */
const bold = /(?<!\*)(?!(?<=[A-Za-z0-9)\]])\*\*[A-Za-z0-9(]|(?<![^\s])\*\*(?!\S)|\*\*\w*args\b)\*\*/g;
