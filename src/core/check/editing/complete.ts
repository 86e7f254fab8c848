import { roleOf } from '#core/bank/file-role.ts';
import type { LocatedBank } from '#core/bank/located-bank.ts';
import { choicesIn, fieldsIn, findSchemas } from '#core/bank/schema-fields.ts';
import type { Edit } from '#core/base/diagnostic.ts';
import { kinds } from '#core/question/kinds/index.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { type Cursor, findCursor } from './cursor.ts';
import { namesOf, sortAt } from './known-names.ts';

/** Something that may be typed at the cursor. */
export interface Candidate {
  readonly label: string;
  readonly sort: 'field' | 'choice' | 'name';
  /** What it is, in a line. */
  readonly about: string;
  /** Whether it should come before the others, as a field that must be there. */
  readonly isFirst: boolean;
  readonly edit: Edit;
}

/** Returns what may be typed at an offset of a file: fields that its map may have, names that the bank has (if it is known), values that a field may have. */
export function completeAt(
  source: YamlSource,
  offset: number,
  bank: LocatedBank | undefined,
): readonly Candidate[] {
  const cursor = findCursor(source.text, offset);
  if (cursor === undefined) return [];
  const role = roleOf(source);
  const path = cursor.levels.map(({ field }) => field ?? 0);
  const schemas = findSchemas(role, path, kindAt(cursor));
  const candidate = makeCandidates(cursor);
  const fields = cursor.isValue
    ? []
    : fieldsIn(schemas, cursor.fields).filter(({ name }) => !cursor.fields.has(name));
  if (fields.length > 0)
    return fields.map(({ name, about, isRequired }) =>
      candidate('field', name, about, cursor.hasColon ? name : `${name}: `, isRequired),
    );
  const sort = sortAt(path);
  if (sort !== undefined)
    return (bank === undefined ? [] : namesOf(sort, bank)).map(({ name, about }) =>
      candidate('name', name, about),
    );
  if (role === 'deck' && path.join('.') === 'items.0.kind')
    return kinds.map(({ name, summary }) => candidate('choice', name, summary));
  return cursor.isValue ? choicesIn(schemas).map((choice) => candidate('choice', choice, '')) : [];
}

function makeCandidates({ start, end, isTight }: Cursor) {
  return (
    sort: Candidate['sort'],
    label: string,
    about: string,
    insert = label,
    isFirst = false,
  ): Candidate => ({
    label,
    sort,
    about,
    isFirst,
    edit: { start, end, text: `${isTight ? ' ' : ''}${insert}` },
  });
}

/** The kind of the question that the cursor is in, if it names one. */
function kindAt({ levels: [, , inItem], fields }: Cursor): string | undefined {
  const own = inItem?.field === undefined ? fields : inItem.fields;
  return own
    .get('kind')
    ?.trim()
    .replace(/^["']|["']$/g, '');
}
