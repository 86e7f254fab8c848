import type { Lang } from '#core/base/text.ts';
import { pickByLanguage } from '../../language/lexicon/index.ts';
import { questionSentenceOf } from '../../language/question-sentence.ts';
import {
  frenchNegative,
  germanNegative,
  japaneseNegative,
  type NegativeWords,
  spanishNegative,
} from './negative-words.ts';

/** A question that asks for what is not true. */
export interface NegativeQuestion {
  /** The word that makes it negative, as written. */
  readonly negation: string;
  /** Whether that word is emphasised, by capitals or bold. */
  readonly emphasised: boolean;
}

const verb = 'is|are|was|were|do|does|did|can|could|will|would|should|must|may|might';
const asks = String.raw`^(?:(?!\b(?:which|what)\b)[^?])*\b(?:which|what)\b`;
// In a subordinate clause, or after a noun phrase that begins one, a negation only describes.
const clause = String.raw`\b(?:that|which|who|whose|if|when|where|because|although|while|since|unless|how|whether|than|so|but|it|they|we|you)\b`;
const phrase = String.raw`(?<!\b(?:of|in|for|by|on|to|with|from|about|at|under|after|before|between|${verb})) (?:the|an?) `;
const within = `(?:(?!${clause}|${phrase})[^?;])*?`;
const merely = String.raw`(?! (?:only|just|necessarily|merely|simply|more|less)\b)`;
const describing = String.raw`(?!(?:in|on|at|of|by|from|for|to|with|among|within|under|the|an?|yet)\b|\w*(?:[^e\W]ed|een|iven|wn|ught|aken)\b)`;
const statement = '(?:statement|claim|option|answer|sentence|one|item|assertion)s?';

const english: readonly RegExp[] = [
  String.raw`${asks}${within}\b(?:${verb}) (?<negation>not)\b${merely}`,
  String.raw`${asks}${within}\b(?<negation>cannot|(?:${verb.replace('can|', 'ca|').replace('will|', 'wo|')})n['’]t)\b`,
  String.raw`${asks}${within}\b(?:do|does|did|can|could|will|would|should|must|may|might)(?: (?!${clause}|not\b)[\w.'’-]+){1,8}? (?<negation>not) ${describing}\w`,
  String.raw`${asks}${within}\b(?:has|have|had)(?: (?!${clause}|not\b)[\w.'’-]+){1,8}? (?<negation>not) \w`,
  String.raw`${asks}${within}\b(?:is|are|was|were) (?:the )?(?<negation>false|incorrect|wrong|untrue|inaccurate)(?=\W*$| (?:about|regarding|concerning|of|for|according|${statement})\b)(?<!what (?:is|was) wrong)`,
  String.raw`\b(?:which|what)\b[^?]*(?<!\bat )\b(?<negation>least) (?:likely|probable|appropriate|suitable|plausible|relevant|related|typical|consistent|true|correct|important|helpful|useful)\b`,
  String.raw`\b(?:all|each|any|every one) of (?:the following|these)\b[^?]*\b(?<negation>except)\b`,
  String.raw`\b(?<negation>except)(?: for)?\s*(?:(?:which|what)\b|:|\.{3}|…|_{2,}|\?|\W*$)`,
  String.raw`^(?:please )?(?:pick|choose|select|find|identify|mark|name|tick)\b[^?]*\b(?:that|which|who) (?:${verb}) (?<negation>not)\b${merely}`,
  String.raw`^(?:please )?(?:pick|choose|select|find|identify|mark|name|tick)\b[^?]*\b(?<negation>false|incorrect|wrong|untrue|inaccurate) ${statement}\b`,
  String.raw`^(?:please )?(?:pick|choose|select|find|identify|mark|name|tick)\b[^?]*\b${statement} (?:that|which) (?:is|are) (?<negation>false|incorrect|wrong|untrue|inaccurate)\b`,
].map((source) => new RegExp(source, 'iu'));

const offered = '(?:哪|下列|以下|下面|下述|其中)';
const atTheEnd = String.raw`\s*(?:哪[^，。；？?]{0,8}|什么|谁)?\s*[（(]?\s*[)）]?[？?：:。]?$`;
const noun = '(?:一项|选项|说法|描述|叙述|陈述|表述|做法|观点)?';

const chinese: readonly RegExp[] = [
  // ……不正确的是 / 不属于……的是哪一项
  `(?<negation>不正确|不对|不成立|不准确|不恰当|不合适|(?<![生现犯出免少正测改到种个])错误|有误)的${noun}(?:是|有|为)${atTheEnd}`,
  `(?<![而是])(?<negation>不是|不属于|不符合|不包括|不包含|不能|不会|并非)[^，。；？?]{1,20}的${noun}(?:是|有|为)${atTheEnd}`,
  // 哪项说法不正确 / 哪一项是错误的
  `${offered}[^，。；？?]*(?<negation>不正确|不对|不成立|不准确|不恰当|有误)的?${atTheEnd}`,
  `${offered}[^，。；？?]*(?:是|说法|描述|叙述|陈述|表述)(?<negation>错误)的?${atTheEnd}`,
  // 哪个不是…… / 哪种方法不能……
  `${offered}[^，。；？?]*?(?<![而是])(?<negation>不是|不属于|不包括|不包含|不符合|并非)`,
  String.raw`哪[一几]?[项个种类些位条句](?:(?![下时中里])\p{Script=Han}){0,4}(?<negation>不)(?:能|会|用|使用|需要|支持|依赖|具有|具备|适用|适合)`,
  `${offered}[^，。；？?]*最(?<negation>不)(?:可能|适合|合适|重要|恰当|准确|相关)`,
  // 除了下列哪一项 / ……，除了：
  `(?<negation>除(?:了|去)?)(?:下列|以下|下面|哪)`,
  String.raw`(?<negation>除(?:了|去|外))[\s：:？?（()）]*$`,
].map((source) => new RegExp(source, 'u'));

/** In capitals, such a word is what the question turns on, wherever it stands; not among other words in capitals. */
const inCapitals =
  /^(?=.*[a-z]{3}).*?(?<!\b(?:[A-Z]{2,}|AT),? )\b(?<negation>NOT|EXCEPT|CANNOT|LEAST|NEVER|INCORRECT|FALSE|UNTRUE|WRONG|(?:CA|IS|ARE|DOES|DO|WO|WOULD)N['’]T)\b(?! (?:NULL|IN|EXISTS|LIKE|[A-Z]{2,})\b)/su;

const inEnglish: readonly RegExp[] = [...english, inCapitals];
const englishHint = /\bnot\b|n['’]t\b|\b(?:cannot|false|incorrect|wrong|untrue|inaccurate|least|except)\b/i;
const chineseHint = /[不非除误]/;

const wordings: Readonly<Record<Lang, NegativeWords>> = {
  en: { patterns: () => inEnglish, hint: englishHint },
  zh: { patterns: () => chinese, hint: chineseHint },
  de: germanNegative,
  fr: frenchNegative,
  es: spanishNegative,
  ja: japaneseNegative,
};

/** Returns the word that makes the question of a stem negative, or undefined for a positive one. */
export function findNegation(stem: string, lang: Lang): NegativeQuestion | undefined {
  const words = pickByLanguage(wordings, lang);
  if (words === undefined || !words.hint.test(stem)) return undefined;
  const question = questionSentenceOf(stem);
  const plain = question
    .replace(quoted, (text) => (text.length > 12 ? ' ' : text))
    .replace(/\*+|(?<![\p{L}_])_{1,2}(?=\p{L})|(?<=\p{L})_{1,2}(?![\p{L}_])/gu, '');
  for (const pattern of words.patterns()) {
    const negation = pattern.exec(plain)?.groups?.negation;
    if (negation !== undefined) return { negation, emphasised: isEmphasised(negation, question) };
  }
  return undefined;
}

/** Quoted sentences, such as error messages; a single word may be set off by quotes. */
const quoted = /`[^`]*`|"[^"]*"|“[^”]*”|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;

function isEmphasised(negation: string, question: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(negation.replace(/N['’]T$/, 'NT'))) return true;
  const marked = [...question.matchAll(/(\*+|_{1,2})([^*_]+)\1|[【「“]([^】」”]{1,6})[】」”]/gu)];
  return marked.some(
    ([, , marks = '', quoted = '']) => overlaps(marks, negation) || overlaps(quoted, negation),
  );
}

function overlaps(marked: string, negation: string): boolean {
  const text = marked.trim().toLowerCase();
  const word = negation.toLowerCase();
  return (
    text !== '' &&
    (text.includes(word) || (word.startsWith(text) && /^[\p{Script=Han}\p{Script=Hiragana}]/u.test(text)))
  );
}
