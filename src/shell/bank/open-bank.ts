import { typedPath } from '#core/base/typed-path.ts';
import type { Paths } from '../system/paths.ts';
import type { World } from '../system/world.ts';
import { UserError } from '../system/world.ts';
import { type BankStore, openStore } from './bank-store.ts';

/** The path of the learner's own bank, as told or by LLMQUIZ_BANK; undefined where the shipped one is meant. */
export function ownBankPath(
  { env, platform }: Pick<World, 'env' | 'platform'>,
  told?: string,
): string | undefined {
  const path = [told, env.LLMQUIZ_BANK].find((word) => word !== undefined && word !== '');
  return path === undefined ? undefined : typedPath(path, platform);
}

/** Opens the learner's bank: the one that ships with the program, or his own, compiled first where it changed. */
export async function openBank(
  world: World,
  { bank, skipBroken = false }: { readonly bank?: string; readonly skipBroken?: boolean },
  paths: Pick<Paths, 'cache'>,
): Promise<BankStore> {
  const path = ownBankPath(world, bank);
  if (path !== undefined) {
    const { openOwnBank } = await import('./own-bank.ts');
    return openOwnBank(path, { world, cache: paths.cache, skipBroken });
  }
  const store = openStore(world.shippedBank);
  if (store === undefined)
    throw new UserError(`Cannot read the bank at ${world.shippedBank}. Reinstall llmquiz.`, 1);
  return store;
}
