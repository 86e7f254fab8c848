/** Whether an error is that a part of the program is not there: parts are loaded when they are needed. */
export const isPartMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';

/** What to say then. */
export const partMissing =
  'llmquiz was updated or removed while it was running. Start it again. If that fails, reinstall it.';
