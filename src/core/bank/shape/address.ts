/** Addresses that people write by the names of what they stand for, each with the page that leads there. */
const named: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|doi:?\s*)?(10\.\d{4,9}\/\S+)$/i,
    (doi) => `https://doi.org/${doi}`,
  ],
  [
    /^(?:arxiv(?:\.org\/abs\/|\s*[:/]?\s*))?(\d{4}\.\d{4,5}(?:v\d+)?)$/i,
    (number) => `https://arxiv.org/abs/${number}`,
  ],
  [
    /^arxiv\s*[:/]?\s*([a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)$/i,
    (number) => `https://arxiv.org/abs/${number}`,
  ],
  [/^(?:pubmed|pmid)\s*(?:id)?:?\s*(\d{1,8})$/i, (number) => `https://pubmed.ncbi.nlm.nih.gov/${number}/`],
  [
    /^(?:pmcid:?\s*)?(PMC\d+)$/i,
    (number) => `https://pmc.ncbi.nlm.nih.gov/articles/${number.toUpperCase()}/`,
  ],
];

const isbn = /^(?:ISBN(?:-?1[03])?:?\s*)?((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dX])$/i;

/** The address that a text was meant to be, if that is plain. */
export function guessAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .normalize('NFKC')
    .replace(/^<(.*)>$/, '$1')
    .replace(/^\[[^\]]*\]\((.*)\)$/, '$1')
    .trim();
  for (const [form, page] of named) {
    const name = form.exec(bare)?.[1];
    if (name !== undefined) return page(name);
  }
  const book = isbn.exec(bare)?.[1]?.replace(/[-\s]/g, '').toUpperCase();
  if (book !== undefined) return isIsbn(book) ? `https://search.worldcat.org/isbn/${book}` : undefined;
  const slashed = bare.replace(/^(https?)(?::\/?|\/\/)(?=[\w-]+\.)/i, '$1://');
  if (/^https?:\/\/\S+$/i.test(slashed))
    return bare === text ? (slashed === text ? undefined : slashed) : slashed;
  return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?(\/\S*)?$/i.test(bare) ? `https://${bare}` : undefined;
}

/** Whether the last digit of an ISBN fits the others. */
function isIsbn(digits: string): boolean {
  const values = [...digits].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const long = values.length === 13;
  const sum = values.reduce((total, value, i) => total + value * (long ? (i % 2 === 0 ? 1 : 3) : 10 - i), 0);
  return sum % (long ? 10 : 11) === 0;
}

/** What is wrong with blanks in an address, or several addresses in one, and what to write. */
export function describeBlanks(text: string): string {
  const several = text.split(/[\s,;，；、|]+(?=https?:\/\/)/);
  if (several.length > 1)
    return `is ${several.length} addresses; keep ${several[0]}, and write the others as sources of their own`;
  const trimmed = text.trim();
  return /\s/.test(trimmed)
    ? `has blanks in it; write ${trimmed.replace(/\s/g, '%20')}, or only the address`
    : `has blanks around it; write ${trimmed}`;
}
