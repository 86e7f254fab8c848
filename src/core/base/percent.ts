/** A share as a whole percentage: `22%`, in any language. */
export const formatPercent = (share: number): string => `${Math.round(100 * share)}%`;
