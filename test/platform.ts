/** Whether the tests run on Windows. */
export const onWindows = process.platform === 'win32';

/** Why no file can be kept from being read here, if so. */
export const readsAnything: string | undefined = onWindows
  ? 'chmod keeps nobody from reading on Windows'
  : process.getuid?.() === 0
    ? 'root may read everything'
    : undefined;
