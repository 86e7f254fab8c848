/** Some text of one line as a YAML value in quotes. */
export function quote(text: string): string {
  if (text.includes('\\') && !text.includes("'")) return `'${text}'`;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
