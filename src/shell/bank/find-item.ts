import { resolve } from 'node:path';
import { readBank } from '#core/bank/read-bank.ts';
import type { World } from '../system/world.ts';
import { readBankFiles } from './bank-files.ts';
import { toDiskPath } from './path-on-disk.ts';

/** Where the questions of a bank are written: file and line, by their ids, those with errors too. */
export function findItems(
  told: string,
  world: Pick<World, 'cwd' | 'platform'>,
): ReadonlyMap<string, { readonly path: string; readonly line: number }> {
  const { files, whole } = readBankFiles([toDiskPath(told, world)], world.cwd);
  const { located } = readBank(files, { whole });
  const found = located.ids.flatMap(({ id, of, source, place }) =>
    of === 'item' ? [[id, { path: resolve(world.cwd, source.path), line: place().line }] as const] : [],
  );
  const places = new Map(found);
  const former = located.items.flatMap(({ item }) => {
    const place = places.get(item.id);
    return place === undefined ? [] : item.formerIds.map((id) => [id, place] as const);
  });
  return new Map([...former, ...found]);
}
