/** What planning needs to know of an item, without its texts. */
export interface ItemHead {
  readonly id: string;
  readonly deck: string;
  readonly kind: string;
  readonly level: number;
  readonly tags: readonly string[];
  readonly revision: number;
  readonly formerIds: readonly string[];
  readonly requires: readonly string[];
  readonly fact?: string;
}
