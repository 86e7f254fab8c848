import { type Document, isMap, isNode, isSeq, parseDocument } from 'yaml';
import { stripMark } from './source.ts';

/** A YAML text with a field of its top map set; comments and all other fields stay. */
export function putField(text: string, field: string, value: string | number | readonly string[]): string {
  const doc: Document = parseDocument(stripMark(text));
  if (!isMap(doc.contents)) doc.contents = doc.createNode({});
  const before = doc.get(field, true);
  const node = doc.createNode(value);
  if (isSeq(node)) node.flow = !isSeq(before) || before.flow === true;
  if (isNode(before)) {
    if (before.comment !== undefined) node.comment = before.comment;
    if (before.commentBefore !== undefined) node.commentBefore = before.commentBefore;
  }
  doc.set(field, node);
  const made = doc.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.includes('\r\n') ? made.replaceAll('\n', '\r\n') : made;
}
