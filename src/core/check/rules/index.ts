import type { Rule } from '../contract/rule.ts';
import { bankAbsoluteRate } from './bank/absolute-rate.ts';
import { bankAnswerLeak } from './bank/answer-leak.ts';
import { bankContradictingKey } from './bank/contradicting-key.ts';
import { bankDifficultyMix } from './bank/difficulty-mix.ts';
import { bankDuplicateQuestion } from './bank/duplicate-question.ts';
import { bankEmpty } from './bank/empty.ts';
import { bankGuessability } from './bank/guessability.ts';
import { bankHedgeRate } from './bank/hedge-rate.ts';
import { bankNearDuplicate } from './bank/near-duplicate.ts';
import { bankPositionBias } from './bank/position-bias.ts';
import { bankSameRationale } from './bank/same-rationale.ts';
import { bankTopicCoverage } from './bank/topic-coverage.ts';
import { bankTrueFalseBalance } from './bank/true-false-balance.ts';
import { bankUncoveredNote } from './bank/uncovered-note.ts';
import { cardEnumeration } from './card/enumeration.ts';
import { cardLongAnswer } from './card/long-answer.ts';
import { cardTwoQuestions } from './card/two-questions.ts';
import { cardYesNo } from './card/yes-no.ts';
import { itemAbsoluteDistractors } from './item/absolute-distractors.ts';
import { itemAllOfTheAbove } from './item/all-of-the-above.ts';
import { itemAnswerInStem } from './item/answer-in-stem.ts';
import { itemClang } from './item/clang.ts';
import { itemConvergence } from './item/convergence.ts';
import { itemDetailAsymmetry } from './item/detail-asymmetry.ts';
import { itemDoubleNegative } from './item/double-negative.ts';
import { itemDuplicateOption } from './item/duplicate-option.ts';
import { itemFixedPosition } from './item/fixed-position.ts';
import { itemFormatCue } from './item/format-cue.ts';
import { itemGrammarAAn } from './item/grammar-a-an.ts';
import { itemHedgedKey } from './item/hedged-key.ts';
import { itemKType } from './item/k-type.ts';
import { itemLongestAnswer } from './item/longest-answer.ts';
import { itemMultiAnswerCount } from './item/multi-answer-count.ts';
import { itemNearDuplicateOption } from './item/near-duplicate-option.ts';
import { itemNeedlessForm } from './item/needless-form.ts';
import { itemNegativeStem } from './item/negative-stem.ts';
import { itemNoneOfTheAbove } from './item/none-of-the-above.ts';
import { itemNumericOrder } from './item/numeric-order.ts';
import { itemOpinion } from './item/opinion.ts';
import { itemOptionCount } from './item/option-count.ts';
import { itemOverlappingRanges } from './item/overlapping-ranges.ts';
import { itemRationale } from './item/rationale.ts';
import { itemRefusedVariant } from './item/refused-variant.ts';
import { itemSameWhy } from './item/same-why.ts';
import { itemSelfTest } from './item/self-test.ts';
import { itemSeveralAnswers } from './item/several-answers.ts';
import { itemShortAnswerAccept } from './item/short-answer-accept.ts';
import { itemShortestDistractor } from './item/shortest-distractor.ts';
import { itemThousandsPoint } from './item/thousands-point.ts';
import { itemTrueFalseCompound } from './item/true-false-compound.ts';
import { itemUnfocusedStem } from './item/unfocused-stem.ts';
import { itemUnitScale } from './item/unit-scale.ts';
import { itemVagueFrequency } from './item/vague-frequency.ts';
import { itemWideTolerance } from './item/wide-tolerance.ts';
import { metaSchemaModeline } from './meta/schema-modeline.ts';
import { metaSuppressionWithoutReason } from './meta/suppression-without-reason.ts';
import { metaUnknownRule } from './meta/unknown-rule.ts';
import { metaUnusedSuppression } from './meta/unused-suppression.ts';
import { refBankIdChanged } from './ref/bank-id-changed.ts';
import { refDanglingNote } from './ref/dangling-note.ts';
import { refDanglingRequires } from './ref/dangling-requires.ts';
import { refDanglingSource } from './ref/dangling-source.ts';
import { refDanglingSuccessor } from './ref/dangling-successor.ts';
import { refDuplicateId } from './ref/duplicate-id.ts';
import { refIdGone } from './ref/id-gone.ts';
import { refIdReused } from './ref/id-reused.ts';
import { refKeyChanged } from './ref/key-changed.ts';
import { refRevisionBack } from './ref/revision-back.ts';
import { refUnknownTag } from './ref/unknown-tag.ts';
import { refUnusedSource } from './ref/unused-source.ts';
import { refWithdrawnId } from './ref/withdrawn-id.ts';
import { schemaBadId } from './schema/bad-id.ts';
import { schemaBadValue } from './schema/bad-value.ts';
import { schemaLength } from './schema/length.ts';
import { schemaMissingKey } from './schema/missing-key.ts';
import { schemaRange } from './schema/range.ts';
import { schemaUnknownKey } from './schema/unknown-key.ts';
import { schemaUnknownKind } from './schema/unknown-kind.ts';
import { schemaUnquotedScalar } from './schema/unquoted-scalar.ts';
import { schemaWrongType } from './schema/wrong-type.ts';
import { sourceFuture } from './source/future.ts';
import { sourceMissing } from './source/missing.ts';
import { sourceNotHttps } from './source/not-https.ts';
import { sourceStale } from './source/stale.ts';
import { textBidi } from './text/bidi.ts';
import { textBom } from './text/bom.ts';
import { textControlChar } from './text/control-char.ts';
import { textCrlfMixed } from './text/crlf-mixed.ts';
import { textEncoding } from './text/encoding.ts';
import { textGlossary } from './text/glossary.ts';
import { textHomoglyph } from './text/homoglyph.ts';
import { textHtml } from './text/html.ts';
import { textInvisible } from './text/invisible.ts';
import { textLanguageTag } from './text/language-tag.ts';
import { textLeftOver } from './text/left-over.ts';
import { textMissingTranslation } from './text/missing-translation.ts';
import { textNfc } from './text/nfc.ts';
import { textPlaceholder } from './text/placeholder.ts';
import { textSmartQuotes } from './text/smart-quotes.ts';
import { textUnclosedMarkdown } from './text/unclosed-markdown.ts';
import { textWhitespace } from './text/whitespace.ts';
import { textWrongLanguage } from './text/wrong-language.ts';
import { yamlAmbiguousScalar } from './yaml/ambiguous-scalar.ts';
import { yamlAnchorAliasTag } from './yaml/anchor-alias-tag.ts';
import { yamlCommentEatsText } from './yaml/comment-eats-text.ts';
import { yamlDuplicateKey } from './yaml/duplicate-key.ts';
import { yamlLimits } from './yaml/limits.ts';
import { yamlLostBackslash } from './yaml/lost-backslash.ts';
import { yamlMergeKey } from './yaml/merge-key.ts';
import { yamlMultiDoc } from './yaml/multi-doc.ts';
import { yamlSyntax } from './yaml/syntax.ts';

/** THE LIST of rules: a new rule needs its file and its name here. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  yamlDuplicateKey,
  yamlAnchorAliasTag,
  yamlMergeKey,
  yamlMultiDoc,
  yamlLimits,
  yamlAmbiguousScalar,
  yamlCommentEatsText,
  yamlLostBackslash,
  textEncoding,
  textControlChar,
  textBidi,
  textBom,
  textCrlfMixed,
  textHomoglyph,
  textGlossary,
  textHtml,
  textInvisible,
  textLanguageTag,
  textLeftOver,
  textMissingTranslation,
  textNfc,
  textPlaceholder,
  textSmartQuotes,
  textUnclosedMarkdown,
  textWhitespace,
  textWrongLanguage,
  schemaUnknownKey,
  schemaMissingKey,
  schemaWrongType,
  schemaUnknownKind,
  schemaUnquotedScalar,
  schemaRange,
  schemaBadId,
  schemaBadValue,
  schemaLength,
  refDuplicateId,
  refDanglingSource,
  refDanglingSuccessor,
  refDanglingNote,
  refDanglingRequires,
  refBankIdChanged,
  refIdGone,
  refIdReused,
  refKeyChanged,
  refRevisionBack,
  refUnknownTag,
  refUnusedSource,
  refWithdrawnId,
  itemAbsoluteDistractors,
  itemAllOfTheAbove,
  itemAnswerInStem,
  itemClang,
  itemConvergence,
  itemDetailAsymmetry,
  itemDoubleNegative,
  itemDuplicateOption,
  itemFixedPosition,
  itemFormatCue,
  itemGrammarAAn,
  itemHedgedKey,
  itemKType,
  itemLongestAnswer,
  itemMultiAnswerCount,
  itemNearDuplicateOption,
  itemNeedlessForm,
  itemNegativeStem,
  itemNoneOfTheAbove,
  itemNumericOrder,
  itemOpinion,
  itemOptionCount,
  itemRationale,
  itemRefusedVariant,
  itemSameWhy,
  itemSelfTest,
  itemSeveralAnswers,
  itemShortAnswerAccept,
  itemOverlappingRanges,
  itemShortestDistractor,
  itemThousandsPoint,
  itemTrueFalseCompound,
  itemUnfocusedStem,
  itemUnitScale,
  cardEnumeration,
  cardLongAnswer,
  cardTwoQuestions,
  cardYesNo,
  itemVagueFrequency,
  itemWideTolerance,
  sourceFuture,
  sourceMissing,
  sourceNotHttps,
  sourceStale,
  bankAbsoluteRate,
  bankAnswerLeak,
  bankContradictingKey,
  bankDifficultyMix,
  bankDuplicateQuestion,
  bankEmpty,
  bankGuessability,
  bankHedgeRate,
  bankNearDuplicate,
  bankPositionBias,
  bankSameRationale,
  bankTopicCoverage,
  bankTrueFalseBalance,
  bankUncoveredNote,
  metaSuppressionWithoutReason,
  metaUnknownRule,
  metaUnusedSuppression,
  metaSchemaModeline,
];
