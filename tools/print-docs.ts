import { kindsPage } from './kinds-page.ts';
import { printFiles } from './printed.ts';
import { rulesPage } from './rules-page.ts';

printFiles(
  new Map([
    ['docs/kinds.md', kindsPage()],
    ['docs/rules.md', rulesPage()],
  ]),
);
