/** True if an error says that a part of the program is missing; parts are loaded late, and an upgrade may remove them. */
export const isPartMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';

/** The message for a missing part. */
export const partMissing =
  'llmquiz was updated or removed while it was running. Start it again. If that fails, reinstall it.';
