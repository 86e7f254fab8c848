import type { Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';
import { type FileText, foundAt, pathOf, textsIn } from '#core/check/views/file-texts.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';

export const yamlCommentEatsText: Rule = {
  id: 'yaml/comment-eats-text',
  severity: 'warning',
  summary: 'A text with a blank and a `#` in it is put in quotes.',
  why: 'YAML takes what follows for a comment: of `What is C #1?` the learner sees "What is C".',
  bad: sampleWith('into one, again and again.', 'into one #1 at first'),
  good: sampleWith(
    'rationale: It joins the most frequent pair of symbols into one, again and again.',
    'rationale: "It joins the most frequent pair of symbols into one #1 at first." # of three',
  ),
  *check({ files }) {
    for (const source of files) {
      if (isBinary(source.text)) continue;
      for (const found of cutTexts(source)) {
        const message =
          'this text ends where ` #` begins a comment: put it in quotes, or put a blank after the `#` if it is one';
        yield foundAt(found, message);
      }
    }
  },
};

/** What stands before a comment that begins like text, and before that or one that is set off by a blank. */
const textual = /^([^\n]*?\S)[ \t]+#(?:#{0,2}|#{1,2} )[\p{L}\p{N}]/u;
const any = /^([^\n]*?\S)[ \t]+#(?:[ \t]|(?:#{0,2}|#{1,2} )[\p{L}\p{N}])/u;
const asks = /[?？][ \t\r]*$/;
const begun = /^[ \t]+#(?:#{0,2}[\p{L}\p{N}]|#{1,2} [\p{L}\p{N}])/u;
const asked = /^[ \t]+#[^\n]*[?？][ \t\r]*(?:\n|$)/;
/** Comments that are written without a blank after the sign. */
const customary = /^[ \t]+#(?:todo|fixme|xxx|hack|note|tbd|region|endregion|pragma|noqa)\b/i;
const finished = /[.?!。？！…][)”’"'）」]?$/;

function* cutTexts(source: YamlSource): Generator<FileText> {
  if (!source.text.includes(' #') && !source.text.includes('\t#')) return;
  const ends = new Set<string>();
  for (const line of source.text.split('\n')) {
    const before = (asks.test(line) ? any : textual).exec(line)?.[1];
    if (before !== undefined) ends.add(lastWord(before));
  }
  if (ends.size === 0) return;
  // Places need the file to be parsed again, so that is left to texts that end as such a line does before its sign.
  for (const found of textsIn(source)) if (ends.has(lastWord(found.text)) && isCut(found)) yield found;
}

function isCut(found: FileText): boolean {
  const { source, text } = found;
  const path = pathOf(found);
  const { start, end } = source.place(path);
  if (/["'|>]/.test(source.text[start] ?? '')) return false;
  const rest = source.text.slice(end, end + 400);
  if (customary.test(rest)) return false;
  return begun.test(rest) || (path.includes('stem') && !finished.test(text) && asked.test(rest));
}

function lastWord(text: string): string {
  return /\S*$/.exec(text.slice(-24))?.[0] ?? '';
}
