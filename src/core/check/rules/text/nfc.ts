import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, pathOf, textsIn } from '#core/check/views/file-texts.ts';

export const textNfc: Rule = {
  id: 'text/nfc',
  severity: 'info',
  fixable: true,
  summary: 'Texts should be in Unicode form NFC, with each accented letter as one character.',
  why: 'The two forms look alike, but a search for one misses the other, and some fonts misplace the accent.',
  bad: makeSampleDeck('joins the', 'joins, as in cafe\u0301, the'),
  good: makeSampleDeck('joins the', 'joins, as in caf\u00e9, the'),
  *check({ files }) {
    for (const source of files) {
      const { text } = source;
      if (/^[\0-\u02ff]*$/.test(text) && !/\\[uU]/.test(text)) continue;
      if (text.normalize('NFC') === text && !/\\[uU]/.test(text)) continue;
      for (const found of textsIn(source)) {
        if (found.text.normalize('NFC') === found.text) continue;
        const message =
          'letters and accents are separate characters here (not Unicode NFC); write each accented letter as one character';
        yield findInText(found, message, fixOf(found));
      }
    }
  },
};

function fixOf(found: FileText) {
  const path = pathOf(found);
  const { source, text } = found;
  const { start, end } = source.place(path);
  const written = source.text.slice(start, end);
  const composed = written.normalize('NFC');
  if (composed === written) return undefined;
  return {
    title: 'compose the accented letters',
    edits: [{ start, end, text: composed }],
    expects: { type: 'set', path, value: text.normalize('NFC') } as const,
  };
}
