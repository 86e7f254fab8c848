import { findNearest } from '#core/base/nearest.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';
import { UserError, type World } from '#shell/system/world.ts';

/** The error for an id that no question has; it names the nearest id if one is near. */
export function makeUnknownError(id: string, known: readonly string[]): UserError {
  const near = findNearest(id, known);
  const next =
    near === undefined
      ? { en: 'List all with `llmquiz list`.', zh: '可用 `llmquiz list` 查看全部题目。' }
      : { en: `Did you mean \`${near}\`?`, zh: `你是否想输入 \`${near}\`？` };
  return new UserError({
    en: `Unknown question \`${id}\`. ${next.en}`,
    zh: `未知题目 \`${id}\`。${next.zh}`,
  });
}

/** The error for an id that cannot be asked: its question has errors, which are reported, or there is none. */
export async function explainMissing(
  id: string,
  { index, path }: Pick<BankStore, 'index' | 'path'>,
  world: World,
): Promise<UserError> {
  if (path !== undefined) {
    const { reportKeptOut } = await import('#shell/bank/kept-out.ts');
    const keptOut = reportKeptOut(id, path, world);
    if (keptOut !== undefined) return keptOut;
  }
  return makeUnknownError(
    id,
    index.heads.map((head) => head.id),
  );
}
