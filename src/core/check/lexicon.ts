import type { Lang } from '../text.ts';

/** The words that rules look for, in one language. */
export interface Lexicon {
  /** Words that soften a claim. */
  readonly hedge: RegExp;
  /** Words that allow no exception. */
  readonly absolute: RegExp;
  readonly negation: RegExp;
  /** Words for how often, that mean another share to each reader. */
  readonly frequency: RegExp;
  /** Words that join clauses or things. */
  readonly joining: RegExp;
  readonly allOfTheAbove: RegExp;
  readonly noneOfTheAbove: RegExp;
  /** Words for the time at which a text is read, whenever that is. */
  readonly present: RegExp;
}

const english: Lexicon = {
  hedge:
    /\b(?:may|might|could|often|usually|typically|generally|sometimes|tends? to|mostly|partly|roughly|approximately|likely|probably|in general|for the most part)\b/i,
  absolute:
    /\b(?:always|never|none|all|every|only|completely|entirely|totally|absolutely|exclusively|impossible|cannot|must)\b/i,
  negation: /\b(?:not|no|never|none|without|cannot|neither|nor|except)\b|n['’]t\b/i,
  frequency:
    /\b(?:usually|often|frequently|rarely|seldom|sometimes|occasionally|regularly|periodically|infrequently)\b/i,
  joining: /\b(?:and|or|but|because|since|so that|while|which|rather than)\b/i,
  allOfTheAbove:
    /^(?:all|both|each) of (?:the above|these|them|the options|the others)\b|^all (?:the )?(?:above|options|answers)\b/i,
  noneOfTheAbove:
    /^(?:none|neither) of (?:the above|these|them|the options|the others)\b|^no (?:answer|option) is (?:right|correct)\b/i,
  present:
    /\b(?:currently|nowadays|at present|to date|today(?:['’]s)?|as of (?:now|today|this writing)|right now|(?:latest|newest|most recent) (?:version|release|model|edition|generation)|(?:is|are|remains?|holds?|current) (?:\S+ ){0,4}state[- ]of[- ]the[- ]art)\b/i,
};

const chinese: Lexicon = {
  hedge: /可能|往往|通常|一般来说|一般会|有时|大致|大多|多半|在一定程度上|某种程度/,
  absolute: /总是|永远|从不|绝不|一定|必须|完全|所有|全部|唯一|只能|不可能|任何/,
  negation: /不|没|无|非|未|别|勿|除/,
  frequency: /通常|经常|常常|很少|偶尔|有时|往往|时常/,
  joining: /和|与|及|或|并|而|且|但|因为|从而|以便/,
  allOfTheAbove:
    /^(?:以上|上述)(?:都|皆|全|全部|所有|各项|选项)*(?:都|皆|均|全)?(?:是|对|正确|成立)|^(?:以上|上述)(?:全部|所有)/,
  noneOfTheAbove:
    /^(?:以上|上述)(?:都|皆|均|选项|各项)*(?:不是|不对|不正确|都不|皆非|均非|错误)|^都不(?:是|对)/,
  present:
    /目前|如今|现今|时下|截至(?:今|现在|目前|发稿)|当前(?:最|主流|业界|世界|全球|领先|流行)|最新(?:版|的?模型|一代|发布|研究|进展|成果)/,
};

/** The words of a language; of those that have none here, the English ones. */
export function lexiconOf(lang: Lang): Lexicon {
  return lang.startsWith('zh') ? chinese : english;
}
