import type { Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';
import { foundAt, pathOf, textsIn } from '#core/check/views/file-texts.ts';

export const textSmartQuotes: Rule = {
  id: 'text/smart-quotes',
  severity: 'info',
  summary: 'Curly quotes around a whole value are there to be shown.',
  why: 'YAML knows straight quotes only: an editor that turns them into curly ones puts them into the text, where they look as if a word were quoted.',
  bad: sampleWith('Byte-pair encoding', '\u201cByte-pair encoding\u201d'),
  good: sampleWith('Byte-pair encoding', '"Byte-pair encoding"'),
  *check({ files }) {
    for (const source of files) {
      if (!curly.test(source.text)) continue;
      for (const found of textsIn(source)) {
        if (!wrapped.test(found.text)) continue;
        const path = pathOf(found);
        // Within straight quotes curly ones are meant.
        if (!wrapped.test(source.written(path)?.trim() ?? '')) continue;
        yield foundAt(
          found,
          'YAML takes curly quotes for a part of the text: use straight ones, or put straight ones around them where they are to be shown',
        );
      }
    }
  },
};

const curly = /[\u201c\u2018\u201e]/;
/** One pair of quotes, around all of it. */
const wrapped =
  /^(?:\u201c[^\u201c\u201d]*\u201d|\u2018[^\u2018\u2019]*\u2019|\u201e[^\u201c\u201e]*\u201c)$/;
