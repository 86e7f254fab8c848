import { bankPage } from './bank-page.ts';
import { kindsPage } from './kinds-page.ts';
import { printFiles } from './printed.ts';
import { rulesPage } from './rules-page.ts';

printFiles(
  new Map([
    ['docs/bank.md', bankPage()],
    ['docs/kinds.md', kindsPage()],
    ['docs/rules.md', rulesPage()],
  ]),
);
