import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { Fix } from '../base/diagnostic.ts';
import { dataOf, spanOf } from './data.ts';
import type { SourceLine } from './line.ts';
import { parseYaml } from './parse.ts';
import { quote } from './quote.ts';

type WithFix = { readonly fix?: Fix };

/** Quotes a value that begins as YAML lets no text begin. */
export function quoteStart(line: SourceLine): WithFix {
  const value = plainValue(line);
  return value === undefined || isStructure(value) ? {} : quoting(line.valueAt, value);
}

/** Quotes a value with a colon and a space in it. */
export function quoteColon(line: SourceLine): WithFix {
  const value = plainValue(line);
  // One lower-case word before the colon may as well be a key: `stem: en: What is this?`.
  return value === undefined || /^['"]|^[a-z][\w-]*:(\s|$)/.test(value) ? {} : quoting(line.valueAt, value);
}

/** Quotes a value with a colon and a space in it, at an offset, that stands within `{ }` or `[ ]`. */
export function quoteInFlow(line: SourceLine, colon: number): WithFix {
  const at = colon - line.start;
  const start = /^.*(?:[[{,](?=\s)|[[{]|:\s)\s*/.exec(line.line.slice(0, at))?.[0].length;
  const after = /,\s+[\w-]+:\s|\s*[}\]][}\]\s]*(?:#.*)?$/.exec(line.line.slice(at + 1));
  if (start === undefined || after === null) return {};
  const value = line.line.slice(start, at + 1 + after.index).trimEnd();
  return /^['"]|\s#/.test(value) ? {} : quoting(line.start + start, value);
}

/** Puts a space after the colon of a key, at an offset; a full-width colon becomes `:`. */
export function spaceColon({ line, start }: SourceLine, colon: number): WithFix {
  const rest = line.slice(colon + 1 - start).trim();
  if (rest === '' || rest.startsWith('//')) return {};
  const { doc } = parseYaml(rest);
  if (doc.errors.length > 0) return {};
  const value = dataOf(doc.contents, rest, []);
  const blank = /\s/.test(line[colon + 1 - start] ?? '') ? '' : ' ';
  const edits = [{ start: colon, end: colon + 1, text: `:${blank}` }];
  return { fix: { title: 'write a colon and a space', edits, expects: { type: 'readable', value } } };
}

/** Puts a value whose backslashes are all meant as such in quotes that leave them alone. */
export function quoteSingly({ text, from }: SourceLine, doc: Document): WithFix {
  let found: Scalar | undefined;
  visit(doc, {
    Scalar(_, node) {
      const [start, end] = spanOf(node);
      if (node.type === 'QUOTE_DOUBLE' && start < from && from < end) found = node;
    },
  });
  if (!isScalar(found)) return {};
  const [start, end] = spanOf(found);
  const value = text.slice(start + 1, end - 1);
  const isEscape = /\\["\\/0abtnvfreN_LPxuU\s]|\n/;
  return isEscape.test(value) || text[end - 1] !== '"' ? {} : quoting(start, value, end);
}

function quoting(start: number, value: string, end = start + value.length): WithFix {
  const edits = [{ start, end, text: quote(value) }];
  return { fix: { title: 'quote the value', edits, expects: { type: 'readable', value } } };
}

/** The value of a line without the comment after it; undefined where it is not sure to be one. */
function plainValue({ line, value, key }: SourceLine): string | undefined {
  // A list of texts may hold one that begins like a key: `- BPE: pairs: many`.
  const isEntry = /^\s*-\s/.test(line);
  const isKey = key !== undefined && (isEntry ? /^[a-z][\w-]*$/ : /^[A-Za-z][\w-]*$/).test(key);
  if (key === undefined ? !isEntry : !isKey) return undefined;
  const comment = /(?<!\s)\s+#/.exec(value);
  if (comment === null) return value.trimEnd();
  const said = value.slice(0, comment.index);
  // What follows such a sign without a blank, as in `C #1`, is more likely part of the text.
  return /^\s+#+(\s|$)/.test(value.slice(comment.index)) && said !== '' ? said : undefined;
}

/** Whether a value looks as if a list, a map or a text in lines was meant after all. */
function isStructure(value: string): boolean {
  switch (value[0]) {
    case '{':
      return /:\s/.test(value);
    case '[':
      return value.slice(0, value.indexOf(']')).includes(',') || /[:]\s/.test(value);
    case '-':
      return /^-\s+(['"]|[a-z0-9-]+$|[\w-]+:(\s|$))/.test(value);
    case '>':
    case '|':
      return /^.[-+0-9]*$|^.[-+]?\s+(\p{Lu}|['"])/u.test(value);
    default:
      return /^(!!|!<)/.test(value);
  }
}
