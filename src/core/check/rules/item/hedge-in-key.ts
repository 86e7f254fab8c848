import type { Lang } from '#core/base/text.ts';
import { lexiconOf, pickByLanguage } from '../../language/lexicon/index.ts';
import { questionSentenceOf } from '../../language/question-sentence.ts';
import { formOf } from '../../views/option-forms.ts';
import type { OptionSet } from '../../views/option-sets.ts';
import { findNegation } from './negative-question.ts';

/** What stands before a hedge that only describes: `if it may`, `tasks that might`, but not a clause that begins the answer. */
const describing: Readonly<Record<Lang, RegExp>> = {
  en: /\s(?:if|because|before|until|when|unless|where|that|which|who|whom|whose|what|so that|whether|than|as|how|why)\b[^,;:.]*$/i,
  de: /\s(?:wenn|falls|weil|bevor|bis|wo|dass|ob|als|wie|warum|der|die|das)\b[^;:.]*$/i,
  fr: /\s(?:si|parce|avant|lorsque|quand|où|que|qui|dont|comme)\b[^;:.]*$/i,
  es: /\s(?:si|porque|antes|cuando|donde|que|quien|como)\b[^;:.]*$/i,
};

/** `Could not reasonably have been expected` tells of the past. */
const ofThePast = /^(?:\W*$| (?:not|have|reasonably)\b)/i;

/** Returns the hedge by which the correct answer alone is softened, otherwise undefined. */
export function findHedgeInKeyAlone({ lang, stem, key, distractors }: OptionSet): string | undefined {
  const { hedge } = lexiconOf(lang);
  const found = hedge.exec(key.text);
  if (found === null || distractors.some(({ text }) => hedge.test(text))) return undefined;
  const [word] = found;
  // `Sometimes` beside `always` and `never` is the answer itself.
  if (word === key.text.trim().replace(/\W+$/, '')) return undefined;
  const before = key.text.slice(0, found.index);
  const after = key.text.slice(found.index + word.length);
  // `May` within an answer, or before a name, is a month or part of a title.
  if (/^\p{Lu}/u.test(word) && (/[\p{L}\p{N}]/u.test(before) || /^ \p{Lu}/u.test(after))) return undefined;
  if (pickByLanguage(describing, lang)?.test(before)) return undefined;
  if (word === 'could' && ofThePast.test(after)) return undefined;
  // `All of these may be right` is reported by another rule.
  if (formOf(key.text, stem, lang) !== undefined) return undefined;
  return isAsked(stem, lang) ? undefined : word;
}

/** Returns whether a stem asks for what is false, which nobody hedges, or for what may be. */
function isAsked(stem: string, lang: Lang): boolean {
  if (findNegation(stem, lang) !== undefined || modal.test(stem)) return true;
  if (pickByLanguage(ofLogic, lang)?.test(stem)) return true;
  return lexiconOf(lang).hedge.test(questionSentenceOf(stem));
}

/** Words of logic, in which `may be` is not `must be`, and of quotations. */
const modal =
  /一定|必然|肯定|\b(?:possibl[ey]|probab\w+|lyrics?|quot\w+|said|(?:last|first|final|closing|opening) (?:words?|lines?)|the words that)\b/i;

/** The same of other languages. */
const ofLogic: Readonly<Record<Lang, RegExp>> = {
  de: /(?<!\p{L})(?:mögliche?[nrs]?|möglicherweise|wahrscheinlich\p{L}*|zwingend|notwendig(?:erweise)?|zitat\p{L}*|zitiert|sagte|liedtext\p{L}*|(?:letzten?|ersten?) (?:worte?|zeilen?))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:possibles?|probables?|probablement|nécessairement|citations?|paroles|a dit|dernières? paroles?|premi(?:er|ère)s? (?:mots?|vers|lignes?))(?!\p{L})/iu,
  es: /(?<!\p{L})(?:posibles?|probables?|probablemente|necesariamente|citas?|letra de|dijo|(?:últimas|primeras) (?:palabras|líneas))(?!\p{L})/iu,
  ja: /可能性|あり得る|ありうる|必ず|必然|歌詞|引用|台詞|せりふ|と言った|最[後初]の(?:言葉|行)/u,
};
