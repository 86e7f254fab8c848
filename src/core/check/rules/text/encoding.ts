import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { misreadTextsIn } from '#core/check/rules/text/misread-texts.ts';
import { isBinary } from '#core/yaml/trees.ts';

export const textEncoding: Rule = {
  id: 'text/encoding',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'Files must be valid UTF-8, without lost or misread characters.',
  why: 'Bytes that are not UTF-8 are read as U+FFFD, which learners see instead of the character. UTF-8 that was read as Latin-1 shows `Ã©` for `é`.',
  bad: makeSampleDeck('frequent pair', 'fr\ufffdquent pair'),
  good: sampleDeck,
  *check({ files }) {
    for (const source of files) {
      const { path, text, span } = source;
      if (isBinary(text)) {
        const message = 'this file is not UTF-8 text (UTF-16, or not text at all); save it as UTF-8';
        yield { path, at: span(0, 0), message };
        continue;
      }
      yield* misreadTextsIn(source);
      const first = text.indexOf('\ufffd');
      if (first === -1) continue;
      const more = text.split('\ufffd').length - 2;
      const others = more > 0 ? ` (and ${more} more in this file)` : '';
      const message = `bytes that are not UTF-8, or a lost character (U+FFFD)${others}; save the file as UTF-8, or write an intended U+FFFD as "\\uFFFD"`;
      yield { path, at: span(first, first + 1), message };
    }
  },
};
