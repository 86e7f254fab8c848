import type { Lang } from '#core/base/text.ts';

/** The words that rules look for, in one language. */
export interface Lexicon {
  /** Hedges: words that soften a claim. */
  readonly hedge: RegExp;
  /** Absolute words, which allow no exception. */
  readonly absolute: RegExp;
  readonly negation: RegExp;
  /** Words for vague frequencies, which readers understand differently. */
  readonly frequency: RegExp;
  /** Words for both of two things. */
  readonly both: RegExp;
  /** Words that join clauses or things. */
  readonly joining: RegExp;
  readonly allOfTheAbove: RegExp;
  readonly noneOfTheAbove: RegExp;
  /** Words for the present, whenever the text is read. */
  readonly present: RegExp;
  /** A whole stem that asks what is true, without naming a subject. */
  readonly bareQuestion: RegExp;
  /** Words that ask for an abbreviation or a full name. */
  readonly asksForForm: RegExp;
  /** A question that yes or no would answer. */
  readonly yesOrNo: RegExp;
  /** A question that asks a second thing after the first. */
  readonly secondQuestion: RegExp;
  /** A question that asks for a list of four or more things. */
  readonly asksForList: RegExp;
  /** The word before the last thing of a list. */
  readonly lastOfList: RegExp;
  /** Words that refer to an option by letter or position; the letter or number is in a named group. */
  readonly optionByPlace: RegExp;
  /** Words that say nothing about a subject. */
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
  asksForForm:
    /\b(?:abbreviat\w*|acronyms?|initials?|letters?|stands? for|short for|spel[lt]\w* out|in full|(?:full|long|short) (?:name|form)|expan(?:d|ds|ded|sion)|shortened)\b/i,
  yesOrNo:
    /^(?:(?:in|on|at|for|with|by|during|after|before|under|according to|if|when|while|given|as|to|and|or|but|so) [^?]*, )?(?:is|are|was|were|do|does|did|can(?! you)|could(?! you)|has|have|had|will(?! you)|would(?! you)|should|must|may)(?:n['’]t)? (?![^?]*\b(?:or|which|what|why|how many|how much)\b)[^?]*\?$/i,
  secondQuestion:
    /(?<!\b(?:what|which|who|where|when|why|how)),? and (?:(?:why|how|when|where)(?: much| many| long| often| far)? (?:is|are|was|were|do|does|did|can|could|has|have|had|must|should|would|will)\b[^?]*|why|how so|by how much|how many|what for)\?|, and (?:what|who|which \w+) (?:is|are|was|were|do|does|did|can|could|has|have|had|must|should|would|will)\b[^?]*\?/i,
  asksForList:
    /^(?:please |can you |you are asked to )?(?:list|name|enumerate|recite) (?:all\b|every\b|(?:the |all )?(?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|\d\d)(?![-\w.,%]| ?bits?\b))|^(?:what|which) are (?:all )?the (?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|\d\d)(?![-\w.,%])/i,
  lastOfList: /,? (?:and|or) /,
  optionByPlace:
    /\b(?:[Oo]ption|[Cc]hoice|[Dd]istractor|[Aa]nswer)s? (?:[Nn]o\.? ?|number |#)?(?:\((?<bracketed>[A-H1-9])\)|(?<letter>[A-H])(?![\p{L}\p{N}'’-]))|\b(?:[Oo]ption|[Dd]istractor)s? (?:[Nn]o\.? ?|number |#)?(?<digit>[1-9])(?![\p{L}\p{N}%-]|[.,]\d)|(?<=^|[.;:,(] ?|\b(?:[Ss]o|[Oo]nly|that|because|hence|therefore|thus|since|while|and|but) )(?:\((?<alone>[A-H])\)|(?<subject>[A-H])) (?:is|are|was) (?:the )?(?:right|correct|wrong|incorrect|mistaken)(?: answer| option| choice| one)?(?=[.,;:)]|$| (?:because|since|as|and|but)\b)|\b[Tt]he (?:first|second|third|fourth|fifth|sixth|last|(?:first|last) (?:two|three)) (?:options?|distractors?)(?! (?:that|which|to|of|for)\b)|\b[Tt]he (?:first|second|third|fourth|fifth|sixth|last) (?:answer|choice) (?:above |below |here |listed )?(?:is|was) (?:the )?(?:right|correct|wrong|incorrect|false|true|mistaken)\b|\b[Tt]he (?:right|correct|wrong) (?:answer|option|choice) is (?:the (?:first|second|third|fourth|fifth|sixth|last)(?: one)?(?=[.,;:]|$)|\(?(?<key>[A-H])\)?(?![\p{L}\p{N}'’-]))/u,
  functionWords,
};

const chinese: Lexicon = {
  hedge:
    /(?<!不)可能(?!性)|往往|通常|一般来说|一般会|(?<![没只所拥含持])有时(?![间序刻效限])|大致|大多|多半|在一定程度上|某种程度/,
  absolute:
    /总是|永远|从不|绝不|(?<![不非])(?:一定(?!的|程度|数量|比例|范围|条件|概率)|必须|完全|唯一)|(?<!并非|不是)(?:所有(?![权者制])|全部)|只能|不可能|任何/,
  negation: /不(?!同|断|仅|但|过|少|论|管|久|止|光|只|足)|没(?!收)|并非|未(?!来|知)|无(?:法|需|须|关)|切勿/,
  frequency:
    /通常|(?<![最更较])(?:经常|常常)|很少(?!的)|偶尔|(?<![没只所拥含持])有时(?![间序刻效限])|往往|时常/,
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
  asksForForm: /缩写|简称|全称|全名|字母|缩略|展开|代表(?:什么|哪)/,
  yesOrNo:
    /^(?!.*(?:什么|哪|谁|几|多少|怎|如何|为何|还是))(?:.*(?:吗|是否|是不是|能不能|会不会|有没有|可不可以|对不对).*)[?？]$/,
  secondQuestion:
    /(?:什么|哪|谁|几|多少|怎么|怎样|如何|是否)[^?？]*[，,；;](?:又|并|而且|以及|那么|它们?|这|其)*(?:是)?(?:为什么|为何|原因是什么|原因何在|怎么|如何)[^，,。?？]*[?？]/,
  asksForList:
    /(?:列出|列举|说出|写出|举出)(?:全部|所有|这?(?:[四五六七八九十]|[4-9]|\d\d)\s*(?:个|种|项|条|类|步|点))|哪(?:[四五六七八九十]|[4-9]|\d\d)\s*(?:个|种|项|条|类|步|点)/,
  lastOfList: /[和与及或]|以及/,
  optionByPlace:
    /(?:选项|答案|干扰项)\s*(?:是|为|选|应为|应是|应选)?\s*[(（]?(?<letter>[A-H])[)）]?(?![A-Za-z\d])|(?:选项|干扰项)\s*(?<digit>[1-9一二三四五六])(?![\d一二三四五六七八九十个条项种])|(?<=^|[，。；：、（(]\s?|(?:所以|因此|故|只有|而)\s?)(?<alone>[A-H])\s*(?:项|选项)?(?:都|均)?(?:是|为)?(?:正确|错误|对|错|不对|不正确)的?(?=[，。；、：）]|$)|(?:应|应该|故|所以|因此|正确答案)选\s*(?<key>[A-H])(?![A-Za-z\d])|(?:第[一二三四五六1-6]|最后一|前[两二三]|后[两二三])(?:个|项)?(?:选项|干扰项)|(?:第[一二三四五六1-6]|最后一)(?:项|个答案|个说法)(?:是|才是)?(?:正确|错误|对|错|不对|不正确)的?(?=[，。；、：）]|$)/u,
  functionWords,
};

/** Returns the lexicon of a language; the English one for languages without one. */
export function lexiconOf(lang: Lang): Lexicon {
  return lang.startsWith('zh') ? chinese : english;
}

/** Returns the lexicon for a text that may be English in every language. */
export function lexiconFor(text: string, lang: Lang): Lexicon {
  return lexiconOf(/\p{Script=Han}/u.test(text) ? lang : 'en');
}
