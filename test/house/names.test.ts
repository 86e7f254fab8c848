import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportedBy, misnamed, takenTwice } from '../../tools/names.mjs';
import { sources } from '../../tools/rooms.mjs';

const all = sources().files.flatMap((file) => exportedBy(file, readFileSync(file, 'utf8')));

/** The verbs that exported functions begin with. A participle (`sorted`) or a noun (`order`) is none: it would name a value. */
const verbs = new Set(
  `add advance amend apply arrange ask attempt break cap carry check choose compare compile compose confine count define describe
  disarm drop edit estimate examine explain extend fence find finish fix fold format grade guess hash hint join judge keep lay list load look main make map mark
  memoise move neutralise normalise open pack pair parse pick place plan point print put quote rate read rearrange recognise refuse rejudge
  remember remove rename render record reorder replace report reveal run save scale scan schedule seal select show shuffle simplify skip sort space spell split start
  stem strike strip sum summarise take tally to translate trim type unpack watch wrap write from with`.split(
    /\s+/,
  ),
);

describe('exported names', () => {
  it('stand for one thing each', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(takenTwice(all)).toEqual([]);
  });

  it('are verbs, isX or accessors if they are functions', () => {
    expect(all.filter(({ isFunction }) => isFunction).length).toBeGreaterThan(250);
    expect(misnamed(all, verbs)).toEqual([]);
  });
});

describe('the law of names refuses', () => {
  it.each([
    ['export function sorted(a: string) {', 'sorted'],
    ['export const within = (a: number) => a;', 'within'],
    ['export async function listing() {', 'listing'],
    ['export function* flat(', 'flat'],
    ['export const dangling = async <T>(', 'dangling'],
    ['export function order(): void {', 'order'],
    ['export function office(): void {', 'office'],
    ['export function issue(): void {', 'issue'],
  ])('%s', (line, name) => {
    expect(misnamed(exportedBy('src/new.ts', line), verbs)).toEqual([`${name}: src/new.ts`]);
  });

  it.each([
    'export function sortEvents(',
    'export const isOpen = (a: string) => a;',
    'export const hasWords = (',
    'export function stateOf(',
    'export function scaleOfUnit(',
    'export const choice = defineKind({',
    'export const limit = 3;',
    'function within(',
  ])('but not %s', (line) => {
    expect(misnamed(exportedBy('src/new.ts', line), verbs)).toEqual([]);
  });

  it('a name for two things, of whatever sort', () => {
    const one = exportedBy('src/a.ts', 'export interface Line {\nexport const keyOf = (a: string) => a;');
    const other = exportedBy('src/b.ts', 'export type Line = string;\nexport function keyOf() {');
    expect(takenTwice([...one, ...other])).toEqual(['Line: src/a.ts, src/b.ts', 'keyOf: src/a.ts, src/b.ts']);
    expect(takenTwice([...one, ...exportedBy('src/c.ts', 'interface Line {')])).toEqual([]);
  });
});
