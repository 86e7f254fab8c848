import { findNearest } from '#core/base/nearest.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { UserError } from '#shell/system/world.ts';

/** The error for an id that no question has; it names the nearest id if one is near. */
export function makeUnknownError(id: string, known: readonly string[], lang: Lang): UserError {
  const near = findNearest(id, known);
  const t = inLanguage(lang);
  return new UserError(
    near === undefined
      ? t(
          `Unknown question \`${id}\`. List all with \`llmquiz list\`.`,
          `未知题目 \`${id}\`。可用 \`llmquiz list\` 查看全部题目。`,
        )
      : t(
          `Unknown question \`${id}\`. Did you mean \`${near}\`?`,
          `未知题目 \`${id}\`。你是否想输入 \`${near}\`？`,
        ),
  );
}
