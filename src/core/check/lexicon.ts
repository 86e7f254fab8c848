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
  /** Words for the one thing as well as the other. */
  readonly both: RegExp;
  /** Words that join clauses or things. */
  readonly joining: RegExp;
  readonly allOfTheAbove: RegExp;
  readonly noneOfTheAbove: RegExp;
  /** Words for the time at which a text is read, whenever that is. */
  readonly present: RegExp;
  /** A whole stem that asks for what is true, without saying about what. */
  readonly bareQuestion: RegExp;
  /** Words that say nothing of a subject. */
  readonly functionWords: ReadonlySet<string>;
}

const functionWords: ReadonlySet<string> = new Set(
  `a an the and or but nor not no if then than so as at by for from in into of off on onto out over to up down with within
  without about above after again against all almost along also although among any are around because been before being
  below between beyond both can cannot could did does doing done during each either enough even every few first following
  get gets give given gives had has have having he her here hers him his how however i instead is it its itself just kind
  last least less like likely made make makes making many may me might more most much must my need needs neither never next
  none now often one ones only other others our own part per rather same she should since some such sort take takes than
  that their them themselves there these they thing things this those three through thus together too towards two under
  unless until upon us use used uses using very was way ways we well were what when where whether which while who whom whose
  why will with would yet you your answer answers correct option options question questions statement statements true
  false right wrong according called describe describes mean means name named`.split(/\s+/),
);

const english: Lexicon = {
  hedge:
    /\b(?:may(?!,? \d|\W*$)|might|could|(?<!\b(?:more|less|most|least|equally|how|as|so|too) )(?:often|likely)|usually|typically|generally|sometimes|tends? to|mostly|partly|roughly|approximately|probably|in general|for the most part)\b/i,
  absolute:
    /(?<![-\w])(?<!\b(?:not|at) )(?:always|never|none|all|every|only|completely|entirely|totally|absolutely|exclusively|impossible|cannot|must)(?![-\w])/i,
  negation: /\b(?:not(?! only)|no|never|none|without|cannot|neither|nor|except)\b|n['’]t\b/i,
  frequency:
    /\b(?<!\b(?:more|less|most|least|equally|how|as|so|too) )(?:usually|often|frequently|rarely|seldom|sometimes|occasionally|regularly|periodically|infrequently)\b/i,
  both: /\b(?:both|either|two)\b/i,
  joining: /\b(?:and|or|but|because|since|so that|while|which|rather than)\b/i,
  allOfTheAbove:
    /^(?:all|both|each|any) of the above\b|^(?:all|both|each|any) (?:of )?(?:the )?(?:above|preceding|options|answers|choices|statements|others|other options|other answers)(?: above| below| listed)?(?: apply| are (?:right|correct|true))?[.!]?$|^(?:all|both|each|any) of (?:these|them)[.!]?$|^(?:they|these|those) are all (?:right|correct|true)[.!]?$/i,
  noneOfTheAbove:
    /^(?:none|neither|not any) of the above\b|^(?:none|neither|not any) of (?:the )?(?:preceding|options|answers|choices|statements|others|other options|other answers)(?: above| below| listed)?(?: apply| applies| (?:is|are) (?:right|correct|true))?[.!]?$|^(?:none|neither) of (?:these|them)[.!]?$|^no (?:answer|option) is (?:right|correct)[.!]?$/i,
  present:
    /\b(?:currently|nowadays|at present|to date|today(?:['’]s)?|as of (?:now|today|this writing)|right now|(?:latest|newest|most recent) (?:version|release|model|edition|generation)|(?:is|are|remains?|holds?|current) (?:\S+ ){0,4}state[- ]of[- ]the[- ]art)\b/i,
  bareQuestion:
    /^(?:which|what)(?: one| ones)?(?: of (?:the following|these|the options|those|the options below))?(?: statements?| claims?| options?| sentences?| answers?)? (?:is|are) (?:not )?(?:true|correct|right|false|incorrect|wrong|accurate|valid)\W*$|^(?:choose|pick|select|mark|tick|find) (?:the|all|one|an?)(?: the)?(?: most)? (?:true|correct|right|best|false|wrong|incorrect) (?:answer|option|statement|one|alternative|choice)s?\W*$/i,
  functionWords,
};

const chinese: Lexicon = {
  hedge:
    /(?<!不)可能(?!性)|往往|通常|一般来说|一般会|(?<![没只所拥含持])有时(?![间序刻效限])|大致|大多|多半|在一定程度上|某种程度/,
  absolute:
    /总是|永远|从不|绝不|(?<![不非])(?:一定(?!的|程度|数量|比例|范围|条件|概率)|必须|完全|唯一)|(?<!并非|不是)(?:所有(?![权者制])|全部)|只能|不可能|任何/,
  negation: /不(?!同|断|仅|但|过|少|论|管|久|止|光|只|足)|没(?!收)|并非|未(?!来|知)|无(?:法|需|须|关)|切勿/,
  frequency: /通常|(?<![最更较])(?:经常|常常)|很少|偶尔|(?<![没只所拥含持])有时(?![间序刻效限])|往往|时常/,
  both: /两|都|均|皆|同时/,
  joining: /和|与|及|或|并|而|且|但|因为|从而|以便/,
  allOfTheAbove:
    /^(?:以上|上述)(?:都|皆|全部|全|所有|各项|选项|说法|答案|的)*(?:都|皆|均|全)?(?:是|对|正确|成立)|^(?:以上|上述)(?:全部|所有)(?:的)?(?:选项|各项|说法|答案|内容)?[。]?$|^(?:全部|全都|都|全)(?:对|正确|选)[。]?$/,
  noneOfTheAbove:
    /^(?:以上|上述)(?:都|皆|均|全|选项|各项|说法|答案)*(?:不是|不对|不正确|不成立|没有|非|错|都不)|^都不(?:是|对|正确)[。]?$|^(?:没有|无)(?:一项|一个)?(?:正确|对)的?(?:答案|选项)?[。]?$/,
  present:
    /目前|如今|现今|时下|截至(?:今|现在|目前|发稿)|当前(?:最|主流|业界|世界|全球|领先|流行)|最新(?:版|的?模型|一代|发布|研究|进展|成果)/,
  bareQuestion:
    /^(?:请问|请)?(?:选出|选择|找出|指出)?(?:在)?(?:下列|以下|下面|下述)?(?:各项|选项|说法|描述|叙述|陈述|表述)?(?:中|里)?[，,]?(?:哪(?:一|些|几)?(?:个|项|种|条|句)?)?(?:选项|说法|描述|叙述|陈述|表述|答案)?(?:是)?(?:正确|对|不正确|错误|不对|成立|真|假)的?(?:一项|选项|说法|答案|陈述)?(?:是|有)?(?:哪(?:一|些|几)?(?:个|项|种|条|句)?)?(?:选项|说法)?[\s？?。：:（()）]*$/,
  functionWords,
};

/** The words of a language; of those that have none here, the English ones. */
export function lexiconOf(lang: Lang): Lexicon {
  return lang.startsWith('zh') ? chinese : english;
}
