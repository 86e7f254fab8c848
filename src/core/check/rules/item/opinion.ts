import type { LocatedItem } from '#core/bank/located-bank.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { pickByLanguage, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { questionSentenceOf } from '#core/check/language/question-sentence.ts';
import { recalledOf } from '#core/check/rules/card/recalled.ts';
import {
  frenchOpinion,
  germanOpinion,
  japaneseOpinion,
  type OpinionWords,
  spanishOpinion,
} from '#core/check/rules/item/opinion-words.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';
import { kindOf } from '#core/question/kinds/index.ts';

export const itemOpinion: Rule = {
  id: 'item/opinion',
  severity: 'info',
  words: wordedLanguages,
  summary: 'A question about what is best, most important or advisable should say according to whom.',
  why: 'Experts disagree about what is best, so an answer can only be right according to a source.',
  bad: makeChoiceDeck(['Which pair of symbols does BPE join', 'Which is the best way for BPE to join']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'type', 'reveal'], opinionated),
};

function* opinionated(located: LocatedItem): Generator<ItemFinding> {
  const isPicked = kindOf(located.item).asks === 'pick-one';
  for (const { stem, stemPath, lang } of isPicked ? optionSetsOf(located) : recalledOf(located)) {
    const words = pickByLanguage(wordings, lang);
    const own = ownHint.test(stem) ? words?.own?.exec(stem)?.[0] : undefined;
    const asked = own ?? (isPicked && words !== undefined ? advisedIn(stem, words) : undefined);
    if (asked === undefined) continue;
    yield {
      at: stemPath,
      message: `\`${asked}\` asks for an opinion; say according to whom or ask for a fact`,
    };
  }
}

const advisedIn = (stem: string, { asks, source }: OpinionWords): string | undefined =>
  hint.test(stem) && !source.test(stem) ? asks.exec(questionSentenceOf(stem))?.[0] : undefined;

/** A cheap pre-test for words that ask for the reader's own opinion. */
const ownHint =
  /meinung|ansicht|auffassung|augen|sie|schönst|avis|selon|après|pour|pens|trouvez|plus|opinión|juicio|cree|opina|más|ますか|思うか|あなた|最も|もっとも|一番|opinion|think|你认为|您认为|你觉得|您觉得/i;

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
  own: /\b(?:in (?:your|my) (?:own )?(?:opinion|view)|do you (?:think|believe|find)|most beautiful)\b/i,
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
  own: /[你您](?:认为|觉得)|[你您]的(?:看法|意见)|最(?:美|美丽|好看)的/,
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
