import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, pathOf, textsIn } from '#core/check/views/file-texts.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';

export const yamlCommentEatsText: Rule = {
  id: 'yaml/comment-eats-text',
  severity: 'warning',
  summary: 'A text with a space and a `#` in it must be quoted.',
  why: 'YAML treats the rest as a comment: of `What is C #1?`, learners see "What is C".',
  bad: makeSampleDeck('into one, again and again.', 'into one #1 at first'),
  good: makeSampleDeck(
    'rationale: It joins the most frequent pair of symbols into one, again and again.',
    'rationale: "It joins the most frequent pair of symbols into one #1 at first." # of three',
  ),
  *check({ files }) {
    for (const source of files) {
      if (isBinary(source.text)) continue;
      for (const found of cutTexts(source)) {
        const message =
          'this text ends where ` #` starts a comment; put it in quotes, or add a space after the `#` of a comment';
        yield findInText(found, message);
      }
    }
  },
};

/** The text before a comment that begins like text; `any` also takes one that is set off by a space. */
const textual = /^([^\n]*?\S)[ \t]+#(?:#{0,2}|#{1,2} )[\p{L}\p{N}]/u;
const any = /^([^\n]*?\S)[ \t]+#(?:[ \t]|(?:#{0,2}|#{1,2} )[\p{L}\p{N}])/u;
const asks = /[?？][ \t\r]*$/;
const like = /^[ \t]+#(?:#{0,2}[\p{L}\p{N}]|#{1,2} [\p{L}\p{N}])/u;
const asked = /^[ \t]+#[^\n]*[?？][ \t\r]*(?:\n|$)/;
/** Comments that are usually written without a space after the sign. */
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
  // Places need the file to be parsed again, so only texts that end like such a line are looked at.
  for (const found of textsIn(source)) if (ends.has(lastWord(found.text)) && isCut(found)) yield found;
}

function isCut(found: FileText): boolean {
  const { source, text } = found;
  const path = pathOf(found);
  const { start, end } = source.place(path);
  if (/["'|>]/.test(source.text[start] ?? '')) return false;
  const rest = source.text.slice(end, end + 400);
  if (customary.test(rest)) return false;
  return like.test(rest) || (path.includes('stem') && !finished.test(text) && asked.test(rest));
}

function lastWord(text: string): string {
  return /\S*$/.exec(text.slice(-24))?.[0] ?? '';
}
