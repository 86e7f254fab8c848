import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';

type Issue = z.core.$ZodIssue;
type Path = { readonly path: DataPath };

/** A zod issue that stands for one fault: unions are resolved to the branch that was most likely meant. */
export type PlainIssue =
  | (Path & { readonly code: 'invalid_type'; readonly expected: readonly string[] })
  | (Path & { readonly code: 'too_small'; readonly minimum: number | bigint; readonly inclusive?: boolean })
  | (Path & { readonly code: 'too_big'; readonly maximum: number | bigint; readonly inclusive?: boolean })
  | (Path & { readonly code: 'invalid_format'; readonly format: string; readonly pattern?: string })
  | (Path & { readonly code: 'invalid_value'; readonly values: readonly unknown[] })
  | (Path & { readonly code: 'unrecognized_keys'; readonly keys: readonly string[] })
  | (Path & { readonly code: 'invalid_key' })
  | (Path & { readonly code: 'custom' | 'other'; readonly message: string });

/** The faults that a list of zod issues stands for. */
export function faultsOf(issues: readonly Issue[], prefix: DataPath = []): readonly PlainIssue[] {
  return issues.flatMap((issue) => plain(issue, [...prefix, ...(issue.path as DataPath)]));
}

function plain(issue: Issue, path: DataPath): readonly PlainIssue[] {
  switch (issue.code) {
    case 'invalid_union':
      return ofUnion(issue.errors, path);
    case 'invalid_type':
      return [{ code: issue.code, path, expected: [issue.expected] }];
    case 'too_small':
      return [{ code: issue.code, path, minimum: issue.minimum, inclusive: issue.inclusive ?? true }];
    case 'too_big':
      return [{ code: issue.code, path, maximum: issue.maximum, inclusive: issue.inclusive ?? true }];
    case 'invalid_format':
      return [
        {
          code: issue.code,
          path,
          format: issue.format,
          ...(issue.pattern ? { pattern: issue.pattern } : {}),
        },
      ];
    case 'invalid_value':
      return [{ code: issue.code, path, values: issue.values }];
    case 'unrecognized_keys':
      return [{ code: issue.code, path, keys: issue.keys }];
    case 'invalid_key':
      return [{ code: issue.code, path }];
    case 'custom':
      return [{ code: issue.code, path, message: issue.message }];
    default:
      return [{ code: 'other', path, message: issue.message }];
  }
}

/** The faults of the branch that needs the fewest changes; where no branch takes such a type, the types that would do. */
function ofUnion(branches: readonly (readonly Issue[])[], path: DataPath): readonly PlainIssue[] {
  const options = branches.map((branch) => faultsOf(branch, path));
  const mistyped = (i: PlainIssue) => i.code === 'invalid_type' && i.path.length === path.length;
  const cost = (option: readonly PlainIssue[]) =>
    option.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  const [best] = options.filter((o) => !o.some(mistyped)).sort((a, b) => cost(a) - cost(b));
  if (best) return best;
  const expected = options
    .flat()
    .flatMap((i) => (i.code === 'invalid_type' && mistyped(i) ? i.expected : []));
  return [{ code: 'invalid_type', path, expected: [...new Set(expected)] }];
}
