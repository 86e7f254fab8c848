import { concise } from './concise.ts';
import type { Format } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** THE LIST of formats, in the order the docs show them. */
export const formats: readonly Format[] = [pretty, concise, json, github, gitlab, sarif, junit];
