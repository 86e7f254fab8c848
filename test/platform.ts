/** Whether the tests run on Windows. */
export const onWindows = process.platform === 'win32';
