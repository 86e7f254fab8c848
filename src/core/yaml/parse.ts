import { Composer, type Document, Lexer, Parser } from 'yaml';

/** A text parsed as YAML. */
export interface Parsed {
  /** The first document; without contents where nesting is too deep. */
  readonly doc: Document;
  /** Where a second document begins. */
  readonly second?: number;
  /** Where the nesting of lists and maps becomes deeper than banks may have it. */
  readonly tooDeep?: number;
}

/** How deep lists and maps may be nested in a bank. */
export const deepest = 20;

const options = {
  stringKeys: true,
  // Its own check compares every pair of keys: 20,000 keys take three seconds.
  uniqueKeys: false,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const;

/**
 * Parses a text that stands in so many lists and maps. The depth is watched while tokens are read, since what composes them into nodes calls
 * itself at every level: at some 5,000 of them node runs out of its stack inside a regular expression and dies.
 */
export function parseYaml(text: string, outer = 0): Parsed {
  const parser = new Parser();
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (outer + parser.stack.length > deepest && outer + depthOf(parser) > deepest) {
      return { doc: composed([], 0)[0], tooDeep: parser.offset - lexeme.length };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const [doc, second] = composed(tokens, text.length);
  return { doc, ...(second?.range ? { second: second.range[0] } : {}) };
}

function depthOf({ stack }: Parser): number {
  return stack.filter((token) => 'items' in token).length;
}

function composed(tokens: Iterable<Parameters<Composer['next']>[0]>, end: number): [Document, Document?] {
  const documents: Document[] = [];
  for (const doc of new Composer(options).compose(tokens, true, end)) {
    documents.push(doc);
    if (documents.length === 2) break;
  }
  const [first, second] = documents;
  if (first === undefined) throw new Error('a composer that is told so always gives a document');
  return second === undefined ? [first] : [first, second];
}
