/** A question to begin with, as its author writes it: everything but `id`, `kind` and `sources`, in the languages that have it. */
export interface Sample {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}
