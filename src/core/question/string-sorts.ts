import * as z from 'zod';

/**
 * What a string of a bank is: prose, which learners read in their language; a quotation, such as the title of a source, which they read
 * as it is; or formal, such as an id or a date, which is for the program.
 */
export type StringSort = 'prose' | 'quoted' | 'formal';

const sorts = z.registry<{ readonly sort: StringSort }>();

/** A schema of strings of a sort, or of data in which all strings are. */
export function markStrings<S extends z.ZodType>(sort: StringSort, schema: S): S {
  sorts.add(schema as z.ZodType, { sort });
  return schema;
}

/** The sort of a schema's strings, if it has been given one. */
export const sortOf = (schema: z.core.$ZodType): StringSort | undefined => sorts.get(schema)?.sort;
