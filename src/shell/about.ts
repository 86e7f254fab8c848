declare const LLMQUIZ_VERSION: string;
declare const LLMQUIZ_HOMEPAGE: string;

/** What package.json says of the program. */
export const about: { readonly version: string; readonly homepage: string | undefined } = {
  version: LLMQUIZ_VERSION,
  homepage: LLMQUIZ_HOMEPAGE === '' ? undefined : LLMQUIZ_HOMEPAGE,
};
