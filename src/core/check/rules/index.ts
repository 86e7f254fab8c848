import type { Rule } from '../rule.ts';
import { bankEmpty } from './bank-empty.ts';
import { bankUncoveredNote } from './bank-uncovered-note.ts';
import { itemAllOfTheAbove } from './item-all-of-the-above.ts';
import { itemAnswerInStem } from './item-answer-in-stem.ts';
import { itemClang } from './item-clang.ts';
import { itemDoubleNegative } from './item-double-negative.ts';
import { itemDuplicateOption } from './item-duplicate-option.ts';
import { itemFixedPosition } from './item-fixed-position.ts';
import { itemKType } from './item-k-type.ts';
import { itemLongestAnswer } from './item-longest-answer.ts';
import { itemNearDuplicateOption } from './item-near-duplicate-option.ts';
import { itemNegativeStem } from './item-negative-stem.ts';
import { itemNoneOfTheAbove } from './item-none-of-the-above.ts';
import { itemOptionCount } from './item-option-count.ts';
import { itemShortestDistractor } from './item-shortest-distractor.ts';
import { itemUnfocusedStem } from './item-unfocused-stem.ts';
import { refDanglingNote } from './ref-dangling-note.ts';
import { refDanglingSource } from './ref-dangling-source.ts';
import { refDuplicateId } from './ref-duplicate-id.ts';
import { schemaBadId } from './schema-bad-id.ts';
import { schemaBadValue } from './schema-bad-value.ts';
import { schemaMissingKey } from './schema-missing-key.ts';
import { schemaRange } from './schema-range.ts';
import { schemaUnknownKey } from './schema-unknown-key.ts';
import { schemaUnknownKind } from './schema-unknown-kind.ts';
import { schemaUnquotedScalar } from './schema-unquoted-scalar.ts';
import { schemaWrongType } from './schema-wrong-type.ts';
import { textBidi } from './text-bidi.ts';
import { textControlChar } from './text-control-char.ts';
import { textEncoding } from './text-encoding.ts';
import { yamlAnchorAliasTag } from './yaml-anchor-alias-tag.ts';
import { yamlDuplicateKey } from './yaml-duplicate-key.ts';
import { yamlLimits } from './yaml-limits.ts';
import { yamlMergeKey } from './yaml-merge-key.ts';
import { yamlMultiDoc } from './yaml-multi-doc.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** THE LIST of rules: a new rule is its file and its name here. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  yamlDuplicateKey,
  yamlAnchorAliasTag,
  yamlMergeKey,
  yamlMultiDoc,
  yamlLimits,
  textEncoding,
  textControlChar,
  textBidi,
  schemaUnknownKey,
  schemaMissingKey,
  schemaWrongType,
  schemaUnknownKind,
  schemaUnquotedScalar,
  schemaRange,
  schemaBadId,
  schemaBadValue,
  refDuplicateId,
  refDanglingSource,
  refDanglingNote,
  itemAllOfTheAbove,
  itemAnswerInStem,
  itemClang,
  itemDoubleNegative,
  itemDuplicateOption,
  itemFixedPosition,
  itemKType,
  itemLongestAnswer,
  itemNearDuplicateOption,
  itemNegativeStem,
  itemNoneOfTheAbove,
  itemOptionCount,
  itemShortestDistractor,
  itemUnfocusedStem,
  bankEmpty,
  bankUncoveredNote,
];
