import type { RuleOf } from '#core/base/rule-id.ts';

/** What is said of a fault in some data. */
export interface Said {
  readonly rule: RuleOf<'schema'>;
  readonly message: string;
  readonly mend?: Mend | undefined;
}

/** What may be written in place of a value, or of a key, and what that makes of it. */
export interface Mend {
  readonly title: string;
  readonly text: string;
  /** A key becomes the text itself. */
  readonly value?: unknown;
}
