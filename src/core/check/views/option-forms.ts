import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { memoise } from '#core/base/memoise.ts';
import type { Lang } from '#core/base/text.ts';
import { lexiconFor } from '../language/lexicon/index.ts';
import { stemsWithOptionsOf } from './stems-with-options.ts';

/** How an option refers to the others: all of them, none of them, or some by letter or position. */
export type OptionForm = 'all' | 'none' | 'letters' | 'places' | 'perhaps-places';

const letter = `[(（]?[A-H][)）]?`;
const joint = String.raw`\s*(?:,|，|、|/|&|\+|and|or|nor|und|oder|noch|et|ou|ni|y|e|o|和|与|及|或|以及|と|および|または)+\s*`;
const verdict = String.raw`\s*(?:only|are (?:both )?(?:right|correct|true)|sind (?:beide )?(?:richtig|korrekt|falsch)|sont (?:(?:tous|toutes) (?:les deux )?)?(?:correct|exact|vrai|bon|juste)\w*|son (?:amb[ao]s )?(?:correct|ciert|verdader)[ao]s|项?(?:都|均|皆)?(?:不)?(?:对|正确|是)|都有|(?:の?両方|とも)?(?:が|に)?(?:正しい|正解)?)?`;

/** `Both A and B`, `A, B and C`, `A 和 B 都对`. */
const lettersJoined = new RegExp(
  String.raw`^(?:both |either |neither |only |sowohl |beide |nur |weder |les deux |seulement |ni |tanto |ambas |solo |sólo |只有|仅有?|选项|選択肢)?\s*(?:${letter})(?:项?(?:${joint})(?:and )?(?:${letter}))+项?${verdict}\s*[.。]?$`,
  'u',
);
const lettersJoinedInCapital =
  /^(?:Both|Either|Neither|Only|Sowohl|Beide|Nur|Weder|Les deux|Seulement|Ni|Tanto|Ambas|Solo|Sólo)(?!\p{L})/u;
/** `A only`, `only B`. */
const letterAlone = new RegExp(
  `^(?:(?:only|nur|seulement|uniquement|solo|sólo) ${letter}|${letter} (?:only|seulement|solamente)|(?:只有|仅) ?${letter}|${letter}(?:のみ|だけ))[.。]?$`,
  'u',
);
/** `Option A`, `answers B and C`, `选项 C`. */
const letterNamed =
  /(?<![\p{L}])(?:[Oo]ption|[Aa]nswer|[Cc]hoice|[Aa]ntwort|[Mm]öglichkeit|[Rr]éponse|[Pp]roposition|[Oo]pción|[Oo]pcione|[Rr]espuesta)(?:s|en)? [(]?[A-H][)]?(?![\p{L}\p{N}])|(?:选项|答案|選択肢|回答)\s*[A-H](?![A-Za-z])/u;

/** `The first two options`, `前两个选项`. */
const placesOfOptions =
  /^(?:both |only |all )?(?:of )?the (?:first|last|previous|preceding|next|other) (?:(?:two|three|four) )?options?(?: (?:is|are) (?:right|correct|true|wrong|false))?[.]?$|^(?:the )?(?:options?|answers) (?:above|below)[.]?$|^(?:只有|仅)?(?:前|后|其他|其余|上面|下面)的?这?[一两二三四几]?个?选项(?:都|均|皆)?(?:对|正确|不对|错)?。?$|^[前后][两二三](?:项|者|个)(?:都|均|皆)(?:对|正确|不对)。?$/iu;
/** `The first two`, `the last answer`, `前两项`: only the stem can say of what. */
const placesOfSomething =
  /^(?:both |only )?the (?:first|last) (?:two|three)(?: answers| choices)?[.]?$|^(?:only )?the (?:first|last|previous|preceding) (?:answer|choice)[.]?$|^(?:只有|仅)?[前后][两二三][项个](?:答案)?。?$/iu;

/** A cheap pre-test for options that refer to other options; false positives are possible. */
export const perhapsOfOthers =
  /above|preceding|previous|option|answer|choice|statement|other|these|those|them|all|mentioned|listed|given|correct|true|right|apply|applies|next|first|last|sämtlich|beide|jede|kein|nichts|weder|tou[st]|les deux|importe|aucun|rien|ni |tod[ao]s?|amb[ao]s|ning[uú]n|nada|cualquiera|no hay|(?:^|[^A-Za-z])[A-H](?![A-Za-z])|[\u3040-\u30ff\u3400-\u9fff]/i;

const standingLetter = /(?:^|[^A-Za-z])[A-H](?![A-Za-z])/;

/** Returns how an option refers to the others, or undefined for an ordinary answer. */
export function formOf(text: string, stem: string, lang: Lang): OptionForm | undefined {
  const option = text.trim();
  if (!perhapsOfOthers.test(option)) return undefined;
  const lexicon = lexiconFor(option, lang);
  if (lexicon.allOfTheAbove.test(option)) return 'all';
  if (lexicon.noneOfTheAbove.test(option)) return 'none';
  if (standingLetter.test(option) && namesLetters(option) && !speaksOfLetters(stem)) return 'letters';
  if (placesOfOptions.test(option)) return 'places';
  return placesOfSomething.test(option) ? 'perhaps-places' : undefined;
}

function namesLetters(option: string): boolean {
  const plain = lettersJoinedInCapital.test(option)
    ? option.slice(0, 1).toLowerCase() + option.slice(1)
    : option;
  return lettersJoined.test(plain) || letterAlone.test(plain) || letterNamed.test(option);
}

/** Returns whether a stem uses letters as names, as in `texts A and B`; the article does not count. */
function speaksOfLetters(stem: string): boolean {
  return /(?<![\p{Script=Latin}\p{N}'’-])[B-H](?![\p{Script=Latin}\p{N}'’-])/u.test(stem);
}

/** An option that refers to the others, with its place. */
export interface FormedOption {
  readonly form: OptionForm;
  readonly text: string;
  readonly path: DataPath;
}

/** Returns the options of a choice, of one or several, that refer to the others; each once, in the first language in which it does. */
export const offeredFormsOf = memoise((located: LocatedItem): readonly FormedOption[] => [
  ...formsIn(located),
]);

function* formsIn(located: LocatedItem): Generator<FormedOption> {
  const reported = new Set<number>();
  for (const { stem, lang, options } of stemsWithOptionsOf(located)) {
    const forms = options.map((o) => formOf(o.text, stem, lang));
    // If hardly any option is an ordinary answer, the question asks for letters.
    const own = options.filter((o, i) => forms[i] === undefined && !/^[A-H]$/.test(o.text.trim())).length;
    const ordinals = forms.filter((form) => form === 'perhaps-places').length;
    for (const [i, { text, path }] of options.entries()) {
      const form = forms[i];
      if (form === undefined || reported.has(i)) continue;
      if (form === 'letters' && own < 2) continue;
      if (form === 'perhaps-places' && ordinals > 1) continue;
      reported.add(i);
      yield { form, text, path };
    }
  }
}
