import { type Random, randomFrom } from '#core/base/random.ts';
import type { World } from '#shell/system/world.ts';

/** Dice for planning and shuffling: by `--seed`, else the world's own. */
export function seedFrom(
  world: World,
  seed: string | undefined,
): { readonly seed: string; readonly random: Random } {
  const text = seed ?? String(Math.floor(world.random() * 2 ** 32));
  return { seed: text, random: randomFrom(text) };
}
