/** Returns the docs of a rule: a URL if the project has a homepage, else a path in its repository. */
export function docsLinkFor(rule: string, homepage: string | undefined): string {
  const page = `docs/rules.md#${rule.replace('/', '')}`;
  if (homepage === undefined) return page;
  const home = homepage.replace(/#.*$/, '').replace(/\/$/, '');
  const isForge = /^https:\/\/(?:github\.com|gitlab\.com|codeberg\.org)\//.test(home);
  return `${home}/${isForge ? 'blob/HEAD/' : ''}${page}`;
}
