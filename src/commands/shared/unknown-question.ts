import { findNearest } from '#core/base/nearest.ts';
import { UserError } from '#shell/system/world.ts';

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
