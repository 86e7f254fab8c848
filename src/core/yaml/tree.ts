import type { Document } from 'yaml';
import { type Parsed, parseYaml } from './parse.ts';
import { type Part, splitParts } from './parts.ts';
import { findSpotQuickly } from './quick.ts';
import { type NodeSpot, spotOf } from './spots.ts';

/** A parsed stretch of a file: all of it, or one part where the whole cannot be parsed. */
export interface Tree {
  readonly prefix: Part['prefix'];
  readonly start: number;
  readonly end: number;
  readonly doc: Document;
  /** Where everything in it stands. */
  readonly root: NodeSpot | undefined;
}

/** A part parsed: an element's text begins inside the map and the list that it stands in, of which it shows the list. */
export const parsePart = ({ text, prefix }: Part): Parsed => parseYaml(text, prefix.length === 2 ? 1 : 0);

/** A part longer than that is parsed but once; others are parsed again, since to keep thousands would take most of the memory. */
const longPart = 16_000;

/** The parts of a text that can be parsed whole, each parsed when it is asked for: to place a few findings, a few are enough. */
export function treesOnDemand(text: string): readonly Tree[] {
  let last: Part | undefined;
  let lastRoot: NodeSpot | undefined;
  return splitParts(text).map((part) => {
    const make = () => findSpotQuickly(part.text) ?? spotOf(parsePart(part).doc.contents);
    let kept: { readonly root: NodeSpot | undefined } | undefined;
    return {
      prefix: part.prefix,
      start: part.start,
      end: part.start + part.text.length,
      get doc() {
        return parsePart(part).doc;
      },
      get root() {
        if (part.text.length > longPart) {
          kept ??= { root: make() };
          return kept.root;
        }
        if (last !== part) lastRoot = make();
        last = part;
        return lastRoot;
      },
    };
  });
}

/** A parsed tree; where all in it stands is made when it is asked for. */
export function treeOf(
  { prefix, start, text }: Pick<Part, 'prefix' | 'start' | 'text'>,
  doc: Document,
): Tree {
  let root: NodeSpot | undefined;
  return {
    prefix,
    start,
    end: start + text.length,
    doc,
    get root() {
      root ??= spotOf(doc.contents);
      return root;
    },
  };
}

/** A text parsed whole, even if there are mistakes in it. */
export const treeOfWhole = (text: string): Tree =>
  treeOf({ prefix: [], start: 0, text }, parseYaml(text).doc);
