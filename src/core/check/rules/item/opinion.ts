import type { LocatedItem } from '#core/bank/located-bank.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { pickByLanguage, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { questionSentenceOf } from '#core/check/language/question-sentence.ts';
import {
  frenchOpinion,
  germanOpinion,
  japaneseOpinion,
  type OpinionWords,
  spanishOpinion,
} from '#core/check/rules/item/opinion-words.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

export const itemOpinion: Rule = {
  id: 'item/opinion',
  severity: 'info',
  words: wordedLanguages,
  summary: 'A question about what is best, most important or advisable should say according to whom.',
  why: 'Experts disagree about what is best, so an answer can only be right according to a source.',
  bad: makeChoiceDeck(['Which pair of symbols does BPE join', 'Which pair of symbols should BPE join']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], opinionated),
};

function* opinionated(located: LocatedItem): Generator<ItemFinding> {
  for (const { stem, stemPath, lang } of optionSetsOf(located)) {
    if (!hint.test(stem)) continue;
    const words = pickByLanguage(wordings, lang);
    if (words === undefined || words.source.test(stem)) continue;
    const word = words.asks.exec(questionSentenceOf(stem))?.[0];
    if (word === undefined) continue;
    yield {
      at: stemPath,
      message: `\`${word}\` asks for an opinion; say according to whom or ask for a fact`,
    };
  }
}

/** A cheap pre-test for these words. */
const hint =
  /best|should|most important|最好|应该|应当|最重要|soll|wichtigst|meilleur|mieux|devrait|plus important|mejor|deber|más important|最も|もっとも|一番|べき/i;

const english: OpinionWords = {
  asks: /(?<!\b(?:does|do|did|done|at|perform(?:s|ed)?|scor(?:es|ed)|works?|worked|fares?|fared|ranks?|ranked|second|the same) )\bbest\b(?![-‐]| (?:descri|defin|expla|summari|match|captur|charact|illustrat|represent|reflect|complet|approximat|correspond|answer|identif|express|fits?\b|known\b|on\b|of\b|scores?\b|results?\b|accura|perform))|(?<=\b(?:what|which|who|how|when|where|why)\b[^?]*)\bshould\b|\bmost important\b/i,
  source:
    /\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion|words) of|et al|papers?|reports?|authors?|abstract|stud(?:y|ies)|survey|articles?|book|notes|documentation|docs|guid(?:e|ance|elines?)|standard|specification|spec|RFC|card|researchers|recommend(?:s|ed|ations?)?|advi[cs]es?|(?:argues?|says?|said|claims?|conclude[sd]?|found|advise[sd]|suggest(?:s|ed)?|proposed?))\b|\((?:19|20)\d\d\)|\b(?:By|by|per) (?:the )?\p{Lu}/u,
};

const chinese: OpinionWords = {
  asks: /(?<!效果|成绩|表现|性能|结果|准确率|得分|质量)最好(?!的?(?:成绩|结果|效果|表现|性能|得分))|应该|应当|最重要/,
  source:
    /根据|依据|按照|按|(?<![数证占])据|依照|认为|论文|作者|等人|报告|摘要|研究|文档|指南|官方|规范|标准|建议|推荐|主张|《|[（(](?:19|20)\d\d/,
};

const wordings = {
  en: english,
  zh: chinese,
  de: germanOpinion,
  fr: frenchOpinion,
  es: spanishOpinion,
  ja: japaneseOpinion,
};
