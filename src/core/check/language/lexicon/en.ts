import type { Lexicon } from './lexicon.ts';

/** The words of English that say nothing about a subject; other languages quote English. */
export const englishFunctionWords: ReadonlySet<string> = new Set(
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

/** An option as a whole, which may be quoted or code. */
const opened = '^[`"“‘.…\\s]*';
const closed = '[`"”’.!\\s]*$';
const valid = '(?:right|correct|true|valid|wrong|incorrect|false)';
const allOf = 'all|both|each|any|either|every(?: single)? one|everything|all (?:two|three|four|five)';
const noneOf = 'none|neither|not any';
/** What follows says nothing of a subject, and refers to the other options. */
const ofOthers = `(?= (?:\\S+ ){0,5}?(?:above|below|these|those|them|options?|answers?|choices?|statements?|responses?|alternatives?|others|mentioned|listed|given|are|apply|applies|correct|true|right)\\b)(?: (?:of|the|these|those|them|above|below|preceding|previous|following|other|others|listed|mentioned|given|offered|provided|shown|stated|options?|answers?|choices?|statements?|responses?|alternatives?|items?|reasons?|methods?|here|are|is|can|may|would|be|apply|applies|do|does|both|equally|possible|acceptable|${valid}))+${closed}`;

/** The words of English. */
export const makeEnglish = (): Lexicon => ({
  hedge:
    /(?<!\p{L})\b(?:may(?!,? \d|\W*$)|might|could|(?<!\b(?:more|less|most|least|equally|how|as|so|too) )(?:often|likely)|usually|typically|generally|sometimes|tends? to|mostly|partly|probably|in general|for the most part)\b(?!\p{L})/iu,
  absolute:
    /(?<![-\w\p{L}])(?<!\b(?:not|at) )(?:always|never|none|all|every|only|completely|entirely|totally|absolutely|exclusively|impossible|cannot|must)(?![-\w\p{L}])/iu,
  negation:
    /(?<!\p{L})\b(?:not(?! only)|no|never|none|without|cannot|neither|nor|except)\b(?!\p{L})|n['’]t\b/iu,
  frequency:
    /(?<!\p{L})\b(?<!\b(?:more|less|most|least|equally|how|as|so|too) )(?:usually|often|frequently|rarely|seldom|sometimes|occasionally|regularly|periodically|infrequently)\b(?!\p{L})/iu,
  both: /(?<!\p{L})\b(?:both|either|two)\b(?!\p{L})/iu,
  joining: /(?<!\p{L})\b(?:and|or|but|because|since|so that|while|which|rather than)\b(?!\p{L})/iu,
  allOfTheAbove: new RegExp(
    `${opened}(?:(?:${allOf})${ofOthers}|(?:they|these|those|the above) are all ${valid}${closed}|all of(?: the)? (?:these|those|above)\\b|all (?:these|those|the above) \\S+(?: (?:are|can|have)\\b|${closed})|(?:both|each|either|any) of (?:these|the above)\\b)`,
    'i',
  ),
  noneOfTheAbove: new RegExp(
    `${opened}(?:(?:${noneOf})${ofOthers}|none of(?: the)? (?:these|those|above)\\b|none these${closed}|neither of these\\b|(?:there is )?no ${valid} (?:answer|option|choice)${closed}|no (?:answers?|options?|choices?|statements?) (?:is|are|appl(?:y|ies))(?: ${valid})?${closed})`,
    'i',
  ),
  present: new RegExp(
    [
      // At the end of the question, or at its beginning. What stands before a word is looked at when there is one, for speed.
      String.raw`(?<!\b(?:still [^?]*|noon |as it is viewed ))\b(?:currently|nowadays|at present|at the moment|today|right now|to date|as of (?:now|today|this writing))(?=\s*[?:]*$)(?<=\b(?:which|what|who|where|how|why)\b[^?:]*)`,
      String.raw`^(?:currently|nowadays|at present|today|to date|as of (?:now|today|this writing)),(?=[^?]*\?)`,
      // `Which firm currently makes ...`, not `the currently selected layer`.
      String.raw`\bcurrently(?<=\b(?:which|what|who|where|how (?:many|much))\b[^?]{0,60}?currently)(?<!\b(?:the|an?) currently)(?= (?!(?:open|active|selected|logged|checked|deployed|running|installed|signed|displayed|being)\b))`,
      String.raw`\b(?:latest|newest|most recent) (?:version|release|model|edition|generation)(?<=\b(?:is|are|which|what|who)\b[^?]{0,40}?(?:latest|newest|most recent) (?:version|release|model|edition|generation))`,
      String.raw`\b(?:is|are|remains?|holds?|current) (?:\S+ ){0,4}state[- ]of[- ]the[- ]art\b`,
    ].join('|'),
    'i',
  ),
  someone:
    /\b(?:you|your|i|me|my|we|our|he|him|his|she|her|mr|mrs|ms|dr|patient|client|defendant|plaintiff)\b/i,
  bareQuestion:
    /^(?:which|what)(?: one| ones)?(?: of (?:the following|these|the options|those|the options below))?(?: statements?| claims?| options?| sentences?| answers?)? (?:is|are) (?:not )?(?:true|correct|right|false|incorrect|wrong|accurate|valid)\W*$|^(?:choose|pick|select|mark|tick|find) (?:the|all|one|an?)(?: the)?(?: most)? (?:true|correct|right|best|false|wrong|incorrect) (?:answer|option|statement|one|alternative|choice)s?\W*$/i,
  asks: /\b(?:which|what|who|whom|whose|where|when|why|how|is|are|was|were|has|have|had|do|does|did|can|could|will|would|shall|should|must|may|might|this|these|that|following|he|she|it|they|his|her|its|their|means?|refers?|occurs?|includes?|contains?|requires?|involves?|consists?|represents?|produces?|provides?|allows?|leads?|results?|causes?|uses?|becomes?|takes?|makes?|gives?|shows?|named?|called|known|describe|define|explain|find|identify|calculate|compute|solve|simplify|evaluate|complete|translate|convert|determine|select|choose|give|state|list)\b|(?:^|\s|\*)\\?_|\w_|[=<>∫√]|^\w+(?:ed|ing)\b.*\b(?:from|by|to)\W*$/i,
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
  functionWords: englishFunctionWords,
});
