declare const LLMQUIZ_VERSION: string;
declare const LLMQUIZ_HOMEPAGE: string;
declare const LLMQUIZ_BUILD: string;

/** Version and homepage from package.json. */
export const about: { readonly version: string; readonly homepage: string | undefined } = {
  version: LLMQUIZ_VERSION,
  homepage: LLMQUIZ_HOMEPAGE === '' ? undefined : LLMQUIZ_HOMEPAGE,
};

/** A hash of the sources of this build, since another build may find other things in the same files. */
export const build: string = LLMQUIZ_BUILD;
