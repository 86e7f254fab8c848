declare const LLMQUIZ_VERSION: string;
declare const LLMQUIZ_HOMEPAGE: string;
declare const LLMQUIZ_BUILD: string;

/** What package.json says of the program. */
export const about: { readonly version: string; readonly homepage: string | undefined } = {
  version: LLMQUIZ_VERSION,
  homepage: LLMQUIZ_HOMEPAGE === '' ? undefined : LLMQUIZ_HOMEPAGE,
};

/** A key of what this build was made from: another build may find other things in the same files. */
export const build: string = LLMQUIZ_BUILD;
