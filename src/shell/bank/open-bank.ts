import type { Lang } from '#core/base/text.ts';
import { normalisePath } from '#core/base/typed-path.ts';
import type { Paths } from '../system/paths.ts';
import type { World } from '../system/world.ts';
import { UserError } from '../system/world.ts';
import { type BankStore, openStore } from './bank-store.ts';

/** The path of the learner's own bank, from the option or LLMQUIZ_BANK; undefined for the shipped bank. */
export function ownBankPathOf(
  { env, platform }: Pick<World, 'env' | 'platform'>,
  told?: string,
): string | undefined {
  const path = [told, env.LLMQUIZ_BANK].find((word) => word !== undefined && word !== '');
  return path === undefined ? undefined : normalisePath(path, platform);
}

/** Opens the shipped bank or the learner's own, which is compiled first if it changed. */
export async function openBank(
  world: World,
  { bank, strict = false, lang }: { readonly bank?: string; readonly strict?: boolean; readonly lang: Lang },
  paths: Pick<Paths, 'cache'>,
): Promise<BankStore> {
  const path = ownBankPathOf(world, bank);
  if (path !== undefined) {
    const { openOwnBank } = await import('./own-bank.ts');
    return openOwnBank(path, { world, cache: paths.cache, strict, lang });
  }
  return openShippedBank(world);
}

/** Opens the bank that ships. */
export function openShippedBank({ shippedBank }: Pick<World, 'shippedBank'>): BankStore {
  const store = openStore(shippedBank);
  if (store === undefined)
    throw new UserError(
      {
        en: `Cannot read the bank at ${shippedBank}. Reinstall llmquiz.`,
        zh: `无法读取题库 ${shippedBank}。请重新安装 llmquiz。`,
      },
      1,
    );
  return store;
}
