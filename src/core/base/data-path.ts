/** The path of a value in the data: keys of maps and indices of lists, from the root. */
export type DataPath = readonly (string | number)[];
