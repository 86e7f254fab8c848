import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { placeTests } from '../../tools/places.mjs';

it('the tests that depend on the place are where the tools look for them', () => {
  expect(placeTests.length).toBeGreaterThan(5);
  expect(placeTests.filter((path) => !existsSync(path))).toEqual([]);
});
