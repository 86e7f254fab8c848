import type { Edit } from '#core/base/diagnostic.ts';
import { codePointsOf, isSuspect, makeStrayPattern } from '#core/base/neutral.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, pathOf, stringsIn } from '#core/check/views/file-texts.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';

/**
 * Characters without width that no text needs, and strays. Joiners hold emoji together and shape letters of some scripts,
 * and Thai, Lao, Khmer and Burmese may be broken at a zero-width space.
 */
const invisible = new RegExp(
  String.raw`(?:[\u00ad\u2060-\u2064\ufeff]|(?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])\u200b|(?<!\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}])[\u200c\u200d]|${makeStrayPattern().source})+`,
  'gu',
);
const raw = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/;
const escaped = /\\[xuULP]/;
/** Characters that look like a space, or were a line break: removing them must keep words apart. */
const gap = /[\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]/;

export const textInvisible: Rule = {
  id: 'text/invisible',
  severity: 'warning',
  fixable: true,
  summary: 'Texts must not contain invisible characters, such as zero-width spaces and soft hyphens.',
  why: 'They are copied from web pages. An answer that looks correct is then graded wrong, and searches miss the word.',
  bad: makeSampleDeck('Byte-pair encoding', 'Byte-pair enc\u200boding'),
  good: sampleDeck,
  *check({ files }) {
    for (const source of files) {
      const isRaw = raw.test(source.text) || isSuspect(source.text);
      if (isBinary(source.text) || (!isRaw && !escaped.test(source.text))) continue;
      const runs = isRaw ? runsIn(source.text) : [];
      const inValues = new Set<Edit>();
      for (const found of stringsIn(source)) {
        if (found.text.search(invisible) === -1) continue;
        const { start, end } = source.place(pathOf(found));
        const own = runs.filter((run) => run.start >= start && run.end <= end);
        for (const run of own) inValues.add(run);
        yield inValue(found, own);
      }
      for (const run of runs) if (!inValues.has(run)) yield elsewhere(source, run);
    }
  },
};

function runsIn(text: string): readonly Edit[] {
  return [...text.matchAll(invisible)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    text: inPlaceOf(run, index, text),
  }));
}

/** Returns what replaces a run: nothing, or a space between words. */
function inPlaceOf(run: string, index: number, text: string): string {
  const isEdge = (character: string | undefined) => character === undefined || /[\s"']/.test(character);
  return !gap.test(run) || isEdge(text[index - 1]) || isEdge(text[index + run.length]) ? '' : ' ';
}

function inValue(found: FileText, edits: readonly Edit[]): Finding {
  const { source, text } = found;
  const runs = text.match(invisible) ?? [];
  const points = [...new Set(runs)].map(codePointsOf).join(', ');
  const [first] = edits;
  if (first === undefined)
    return findInText(found, `an escape in this text stands for ${points}, which is invisible; remove it`);
  const message = `invisible ${points} in this text; remove it`;
  // If some are written as escapes, removing the others does not lead to a clean text.
  const clean = edits.length === runs.length ? text.replace(invisible, inPlaceOf) : undefined;
  const finding = findInText(
    found,
    message,
    clean === undefined
      ? undefined
      : {
          title: 'remove the invisible characters',
          edits,
          expects: { type: 'set', path: pathOf(found), value: clean },
        },
  );
  return { ...finding, at: source.span(first.start, first.end) };
}

/** Builds the finding for a run in a comment or in a field name, where removing it would change the data. */
function elsewhere({ path, text, span }: YamlSource, run: Edit): Finding {
  const at = span(run.start, run.end);
  const message = `invisible ${codePointsOf(text.slice(run.start, run.end))}; remove it`;
  return { path, at, message, fix: { title: 'remove the invisible characters', edits: [run] } };
}
