import { codePointsOf } from '#core/base/neutral.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { findInText, textsIn } from '#core/check/views/file-texts.ts';

const lookalike =
  /[\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0423\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458]/u;
const word = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;

export const textHomoglyph: Rule = {
  id: 'text/homoglyph',
  severity: 'warning',
  off: true,
  summary: 'No word may mix Latin letters with Greek or Cyrillic lookalikes.',
  why: 'Learners who type what they see are graded wrong, and searches miss the word. Off by default, since banks on languages or mathematics may mix letters on purpose.',
  bad: makeSampleDeck('Byte-pair encoding', 'Byte-pair enc\u043eding'),
  good: makeSampleDeck('joins the', 'joins, \u03b2 times over, the'),
  *check({ files }) {
    for (const source of files) {
      if (!lookalike.test(source.text) && !/\\[uU]/.test(source.text)) continue;
      for (const found of textsIn(source)) {
        if (!lookalike.test(found.text)) continue;
        const mixed = found.text.match(word)?.find((w) => lookalike.test(w) && latin.test(w));
        if (mixed === undefined) continue;
        const odd = codePointsOf(lookalike.exec(mixed)?.[0] ?? '');
        yield findInText(
          found,
          `\`${mixed}\` mixes alphabets (${odd} only looks like a Latin letter); type the word again`,
        );
      }
    }
  },
};
