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
  bad: makeChoiceDeck(['Which pair of symbols does BPE join', 'Which is the best way for BPE to join']),
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

/** What people choose, and choose differently. */
const chosen =
  'way|ways|approach|approaches|method|methods|strategy|strategies|technique|techniques|tools?|language|time|place|advice|policy|course of action|choice|option|book|format|setting|model|framework|library|design|architecture|reason to|treatment for';
/** Those whom an author advises; `you` is rather asked how something is done. */
const advised =
  'people|teams?|managers?|leaders?|companies|organi[sz]ations|governments?|society|parents|teachers|schools|authors|researchers|developers|engineers|designers|beginners|models?|prompts?';

const english: OpinionWords = {
  asks: new RegExp(
    [
      String.raw`(?<!\bone of \S+ )\bmost important(?! thing\b| (?:exports?|crops?|ports?|cit(?:y|ies)|river))\b`,
      String.raw`\bbest(?= (?:${chosen})\b)(?! \w+ to (?:describe|define|characterize|explain|interpret|translate|summarize)\b)`,
      String.raw`(?<=\b(?:which|what|who)\b[^?]{0,60}\b(?:is|are|would be)(?: the)? )best\b(?=\s*(?:for\b|to\b|when\b|if\b|in\b|\?|$))`,
      String.raw`(?<=\b(?:what|which|who|how|when|where|why)\b )should\b(?= (?:an? |the )?(?:[\w-]+ )?(?:${advised})\b)`,
      String.raw`(?<=\b(?:what|which|how) (?:\w+ ){1,4})should\b(?= (?:an? |the )?(?:[\w-]+ )?(?:${advised})\b)`,
    ].join('|'),
    'i',
  ),
  source:
    /\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion|words) of|et al|papers?|reports?|authors?|abstract|stud(?:y|ies)|survey|articles?|book|notes|documentation|docs|guid(?:e|ance|elines?)|standard|specification|spec|RFC|card|researchers|recommend(?:s|ed|ations?)?|advi[cs]es?|(?:argues?|says?|said|claims?|conclude[sd]?|found|advise[sd]|suggest(?:s|ed)?|proposed?))\b|\((?:19|20)\d\d\)|\b(?:By|by|per) (?:the )?\p{Lu}/u,
};

const chinese: OpinionWords = {
  asks: /(?<!效果|成绩|表现|性能|结果|准确率|得分|质量)最好(?=的?(?:办法|方法|方式|做法|选择|策略|途径|手段|时机|时间|工具|语言|地方)|用|先|在|是什么|怎么)|(?<=(?:怎样|怎么|如何|哪[^，。]{0,8})?)(?:应该|应当)(?=(?:怎样|怎么|如何|选|先))|最重要(?=的[^，。；]{0,14}是[^，。；]{0,4}$|[？?]?$)/,
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
