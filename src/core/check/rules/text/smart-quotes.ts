import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { findInText, pathOf, textsIn } from '#core/check/views/file-texts.ts';

export const textSmartQuotes: Rule = {
  id: 'text/smart-quotes',
  severity: 'info',
  summary: 'Values should be quoted with straight quotes, not curly ones.',
  why: 'YAML only knows straight quotes. If an editor makes them curly, they become part of the text.',
  bad: makeSampleDeck('Byte-pair encoding', '\u201cByte-pair encoding\u201d'),
  good: makeSampleDeck('Byte-pair encoding', '"Byte-pair encoding"'),
  *check({ files }) {
    for (const source of files) {
      // An editor that makes quotes curly makes all of them so.
      if (!curly.test(source.text) || straight.test(source.text)) continue;
      for (const found of textsIn(source)) {
        if (!wrapped.test(found.text)) continue;
        const path = pathOf(found);
        // Inside straight quotes, curly ones are intended.
        if (!wrapped.test(source.written(path)?.trim() ?? '')) continue;
        yield findInText(
          found,
          'YAML reads curly quotes as part of the text; use straight quotes, or put straight ones around them to keep them',
        );
      }
    }
  },
};

const curly = /[\u201c\u2018\u201e]/;
/** A value in straight quotes. */
const straight = /(?:[:,[{]|^\s*-) *(?:"[^"\n]+"|'[^'\n]+')\s*(?:[,}\]]|$)/m;
/** One pair of quotes, around all of it. */
const wrapped =
  /^(?:\u201c[^\u201c\u201d]*\u201d|\u2018[^\u2018\u2019]*\u2019|\u201e[^\u201c\u201e]*\u201c)$/;
