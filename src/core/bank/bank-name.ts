import { placeholderFor } from '../base/placeholder.ts';

/** What a file in a folder of a bank is, by its name. */
export type BankName =
  | { readonly type: 'yaml' }
  /** A file that a file synchroniser has not downloaded. */
  | { readonly type: 'placeholder'; readonly file: string }
  /** A file that was likely to be one of the bank: a text editor has put `.txt` after its name, or its ending is mistyped. */
  | { readonly type: 'misnamed'; readonly meant: string }
  | { readonly type: 'other' };

/** What a file in a folder of a bank is. Capitals do not matter, since to many file systems they are the same. */
export function bankNameOf(name: string): BankName {
  const file = placeholderFor(name);
  if (file !== undefined && isYaml(file)) return { type: 'placeholder', file };
  if (name.startsWith('.')) return { type: 'other' };
  if (isYaml(name)) return { type: 'yaml' };
  const [, stem] = misnamed.exec(name) ?? [];
  return stem === undefined ? { type: 'other' } : { type: 'misnamed', meant: `${stem}.yaml` };
}

const isYaml = (name: string) => !name.startsWith('.') && /\.ya?ml$/i.test(name);
const misnamed = /^(.+)\.(?:ya?ml\.txt|yam|yamll|ymal|yalm)$/i;

/** The name that a file of JSON would have in a bank: JSON is YAML too. */
export function yamlNameOf(name: string): string | undefined {
  return /^[^.].*\.json$/i.test(name) ? name.replace(/\.json$/i, '.yaml') : undefined;
}
