import type { Lexicon } from './lexicon.ts';
import { setOfWords, wordPatternOf, wordsIn } from './word-pattern.ts';

const offered =
  '(?:respuestas?|opci(?:ón|ones)|alternativas?|afirmaci(?:ón|ones)|enunciados?|propuestas?|posibilidades|elementos?|puntos|casos|declaraci(?:ón|ones))';
const above =
  '(?:anterior(?:es)?|mencionad[oa]s?|citad[oa]s?|señalad[oa]s?|indicad[oa]s?|enumerad[oa]s?|previ[oa]s?|de arriba|otr[oa]s?)';
const right = '(?:correct[oa]s?|ciert[oa]s?|verdader[oa]s?|válid[oa]s?|posibles?|fals[oa]s?)';

const doubt =
  'podrían?|quizás?|tal vez|probablemente|posiblemente|(?:generalmente|normalmente|habitualmente|usualmente|típicamente|frecuentemente)|por lo general|en general|a menudo|con frecuencia|a veces|en ocasiones|suelen?|aproximadamente|más o menos|en parte|parcialmente|la mayor parte del tiempo|tienden? a';
const number = String.raw`(?:cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|[4-9]|\d\d)(?![\p{L}\p{N}.,%-])`;
const noun =
  '(?:afirmaci(?:ón|ones)|enunciados?|opci(?:ón|ones)|respuestas?|frases?|oraci(?:ón|ones)|alternativas?|declaraci(?:ón|ones)|aseveraci(?:ón|ones)|proposici(?:ón|ones))';
const truth = '(?:verdader[oa]s?|correct[oa]s?|ciert[oa]s?|fals[oa]s?|incorrect[oa]s?|válid[oa]s?)';

/** The words of Spanish. */
export const makeSpanish = (): Lexicon => ({
  hedge: wordPatternOf(doubt),
  absolute: wordPatternOf(
    '(?<!(?:no|casi) )siempre(?! (?:que|y cuando))|nunca|jamás|(?<!(?:no|casi|ante|sobre) )tod[oa]s|(?<!(?:no|una?|tan|por sí|sí|uno|tan) )s[oó]lo|(?<!no )(?:solamente|únicamente|exclusivamente)|imposible|(?<!no )(?:completamente|totalmente|absolutamente)|(?<!no )deben?(?! (?:a|al) )|ning(?:ún|un[oa])|cada un[oa]',
  ),
  negation: wordPatternOf(
    'no(?! (?:solo|sólo|solamente|obstante))|nunca|jamás|ning(?:ún|un[oa]s?)|sin(?! embargo)|ni|tampoco|excepto|salvo|nadie|nada',
  ),
  frequency: wordPatternOf(
    'generalmente|normalmente|habitualmente|usualmente|(?<!(?:más|menos|tan|muy) )(?:frecuentemente|a menudo)|con frecuencia|a veces|en ocasiones|raramente|rara vez|raras veces|ocasionalmente|regularmente|de vez en cuando|suelen?',
  ),
  both: wordPatternOf('amb[oa]s|dos|tanto'),
  joining: wordPatternOf('y|e|o|u|pero|sino|porque|ya que|mientras que|así como|para que|pues'),
  allOfTheAbove: new RegExp(
    `^(?:tod[oa]s|amb[oa]s|cualquiera)(?: (?:las?|los?|de|est[ao]s|es[ao]s|ell[ao]s))*(?: (?:dos|tres|cuatro))?(?: (?:${offered}|${above}))+(?: (?:son|es|están) ${right})?[.!]?$|^tod[oa]s (?:(?:las|los) (?:dos|tres|cuatro) )?(?:son|están) ${right}[.!]?$|^(?:tod[oa]s|amb[oa]s|cualquiera) (?:de )?(?:est[ao]s|es[ao]s|ell[ao]s)[.!]?$|^todo lo (?:anterior|mencionado|dicho|de arriba)(?: anteriormente)?(?: es correcto)?[.!]?$`,
    'iu',
  ),
  noneOfTheAbove: new RegExp(
    `^ning(?:ún|un[oa])(?: (?:de|las?|los?|est[ao]s|es[ao]s|ell[ao]s))*(?: (?:dos|tres|cuatro))?(?: (?:${offered}|${above}))+(?: (?:es|son) ${right})?[.!]?$|^ning(?:ún|un[oa]) (?:es ${right}|de (?:est[ao]s|es[ao]s|ell[ao]s))[.!]?$|^nada de (?:lo anterior|lo mencionado|esto|eso)[.!]?$|^ni un[oa] ni otr[oa][.!]?$|^no hay (?:ninguna )?(?:respuesta|opción) correcta[.!]?$`,
    'iu',
  ),
  present: wordPatternOf(
    String.raw`actualmente(?! \p{Ll}+[aieo]d[oa]s?(?!\p{L})| abiert[oa])|hoy en día|hoy día|a día de hoy|hasta la fecha|hasta el momento|en la actualidad|(?:última|más reciente) versión|versión (?:más reciente|actual)|actual (?:presidente|campe[óo]na?|récord)|(?:presidente|campe[óo]na?|récord)(?: (?:mundial|de\p{L}* \p{L}+))? actual`,
  ),
  someone: wordPatternOf('yo|me|mi|mis|usted|tú|tu|tus|nosotros|paciente|clienta?|señora?'),
  bareQuestion: new RegExp(
    String.raw`^[¿¡]?(?:de las siguientes ${noun},? )?(?:cuál(?:es)?|qué)(?: (?:de|las?|los?|est[ao]s|siguientes|${noun}))* (?:no )?(?:es|son|no es|no son)(?: (?:la|el|las|los))?(?: ${noun})? ?${truth}[^\p{L}\p{N}]*$|^(?:elija|elige|escoja|escoge|seleccione|selecciona|marque|marca|señale|señala|indique|indica) (?:la|las|todas las|una|el) (?:mejor )?${noun}(?: ${truth})?[^\p{L}\p{N}]*$`,
    'iu',
  ),
  asks: wordPatternOf(
    'qué|cuál(?:es)?|quién(?:es)?|cómo|cuándo|dónde|cuánt[oa]s?|por qué|nombre|nombra|describa|describe|explique|explica|defina|define|elija|elige|seleccione|selecciona|calcule|calcula|complete|completa|indique|indica|señale',
  ),
  asksForForm: wordPatternOf(
    String.raw`abreviaturas?|abreviad[oa]s?|abreviación|acrónimos?|siglas?|iniciales|letras?|significan?|nombre completo|por extenso|desarroll\p{L}*`,
  ),
  yesOrNo: new RegExp(
    String.raw`^(?:(?:en|con|para|según|si|cuando|después|antes|por) [^?]*, ?)?¿(?:es|son|era|eran|fue|fueron|está|están|hay|ha|han|tiene|tienen|puede|pueden|podría|debe|deben|se puede|se debe|existe|existen) (?![^?]*${wordsIn('o|qué|cuál(?:es)?|cuánt[oa]s?|por qué|cómo|quién')})[^?]*\?$`,
    'iu',
  ),
  secondQuestion:
    /(?<!(?<!\p{L})(?:qué|quién|dónde|cuándo|cómo|cuánt[oa]s?|cuál(?:es)?)),? y (?:(?:en|a|de|con|por|para|desde|sobre) )?(?:por qué|para qué|cómo|cuándo|dónde|cuánt[oa]s?|qué(?: \p{L}+)?|cuál(?:es)?)(?: [^?]*)?\?/iu,
  asksForList: new RegExp(
    String.raw`^(?:nombre|nombra|enumere|enumera|liste|lista|cite|cita|mencione|menciona|diga|indique) (?:tod[oa]s l[oa]s(?!\p{L})|(?:l[oa]s |al menos )?${number})|^¿?cuáles son (?:tod[oa]s )?l[oa]s ${number}`,
    'iu',
  ),
  lastOfList: / (?:y|e|o|u|así como) /,
  optionByPlace:
    /(?<!\p{L})(?:[Oo]pci(?:ón|ones)|[Rr]espuestas?|[Aa]lternativas?|[Dd]istractor(?:es)?) (?:n[.°º]\.? ?|número )?(?:\((?<bracketed>[A-H1-9])\)|(?<letter>[A-H])(?![\p{L}\p{N}'’-]))|(?<!\p{L})(?:[Oo]pci(?:ón|ones)|[Dd]istractor(?:es)?) (?<digit>[1-9])(?![\p{L}\p{N}%-]|[.,]\d)|(?<=^|[.;:,(] ?|(?<!\p{L})(?:solo|sólo|que|porque|pues|pero|y) )(?<alone>[A-H]) (?:es|era) (?:la )?(?:correcta|incorrecta|verdadera|falsa)(?=[.,;:)]|$| (?:porque|pues|ya)(?!\p{L}))|(?<!\p{L})[Ll]a (?:primera|segunda|tercera|cuarta|última) (?:opción|alternativa)(?! (?:que|de|del|para)(?!\p{L}))/u,
  functionWords: setOfWords(`
    a al algo algún alguna algunas algunos ambas ambos ante antes así aunque bajo bien cada como cómo con contra cual cuál cuáles
    cualquier cuando cuándo cuánto de debe deben del desde después dónde donde dos durante e el él ella ellas ellos en entre era
    eran es esa esas ese eso esos esta está están estas este esto estos fue fueron ha han hasta hay la las le les lo los más me
    mediante mejor menos mi mientras muy ni no nos o otra otras otro otros para pero por porque puede pueden qué que quién quien
    se según ser si sí siempre sin sino sobre solo sólo son su sus también tan tanto te tiene tienen toda todas todo todos tras tu
    tus u un una unas uno unos usa usar usted utiliza utilizar y ya afirmación afirmaciones alternativa cierta cierto correcta
    correctas correcto falsa falso incorrecta llama llaman opción opciones pregunta respuesta respuestas siguiente siguientes
    significa describe verdadera verdadero denomina`),
});
