import type { RuleOf } from '#core/base/rule-id.ts';

/** What is said of a fault in some data. */
export interface Said {
  readonly rule: RuleOf<'schema'>;
  readonly message: string;
  readonly rewrite?: Rewrite | undefined;
}

/** A fix: what to write in place of a value, or of a field, and what that makes of it. */
export interface Rewrite {
  readonly title: string;
  readonly text: string;
  /** A field becomes the text itself. */
  readonly value?: unknown;
}
