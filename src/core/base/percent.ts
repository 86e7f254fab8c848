/** A share as a whole percentage: `22%`, in any language. */
export const percent = (share: number): string => `${Math.round(100 * share)}%`;
