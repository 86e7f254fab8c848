import type { Lexicon } from './lexicon.ts';
import { setOfWords, wordPatternOf, wordsIn } from './word-pattern.ts';

const offered =
  '(?:réponses?|options?|propositions?|choix|éléments?|affirmations?|énoncés?|possibilités?|points|assertions?|solutions?)';
const above =
  '(?:(?:ci-|là-)?dessus|ci-avant|ci-dessous|précédente?s?|proposée?s?|mentionnée?s?|énumérée?s?|citée?s?|indiquée?s?|listée?s?|autres?|qui précèdent|plus haut)';
const right = '(?:correctes?|exacte?s?|bonn?e?s?|vraie?s?|justes?|valables?|valides?|possibles?)';

const doubt = `pourrai(?:t|ent)|peut-être|probablement|sans doute|(?<!pas )(?:généralement|habituellement|normalement)|en général|d['’]habitude|d['’]ordinaire|typiquement|(?<!(?:plus|moins|aussi|le|si|très|trop|pas) )(?:souvent|fréquemment)|parfois|quelquefois|à peu près|approximativement|la plupart du temps|dans la plupart des cas|en principe|plus ou moins|en partie|partiellement|(?:tend|tendent|a tendance|ont tendance) à`;
const number = String.raw`(?:quatre|cinq|six|sept|huit|neuf|dix|onze|douze|[4-9]|\d\d)(?![\p{L}\p{N}.,%-])`;
const asking = '(?:laquelle|lequel|lesquelles|lesquels|quelle?s?)';
const noun = '(?:affirmations?|énoncés?|propositions?|phrases?|réponses?|options?|assertions?|déclarations?)';

/** The words of French. */
export const makeFrench = (): Lexicon => ({
  hedge: wordPatternOf(doubt),
  absolute: wordPatternOf(
    '(?<!(?:pas|presque) )toujours|jamais|aucune?|(?<!(?:pas|presque) )tou(?:s|tes)|(?<!non )(?:uniquement|seulement|exclusivement)|impossible|(?<!pas )(?:complètement|entièrement|totalement|absolument)|(?<!ne )(?:doi(?:t|vent))|chaque|nécessairement',
  ),
  negation: wordPatternOf(
    '(?<!(?:un|le|au|du|des|les|chaque|par|à) )pas(?! (?:à pas|de temps|seulement|uniquement))|jamais|aucune?|sans|ni|sauf|excepté|hormis|rien',
  ),
  frequency: wordPatternOf(
    '(?<!pas )(?:généralement|habituellement|normalement)|(?<!(?:plus|moins|aussi|le|si|très|trop) )(?:souvent|fréquemment|rarement|régulièrement)|parfois|quelquefois|occasionnellement|la plupart du temps|de temps en temps',
  ),
  both: wordPatternOf(`deux|l['’]une? (?:et|ou) l['’]autre|soit`),
  joining: wordPatternOf('et|ou|mais|car|parce que|puisque|tandis que|afin|ainsi que|donc|alors que'),
  allOfTheAbove: new RegExp(
    `^(?:tou(?:te)?s|les deux|n['’]importe (?:quel|la)quel?le?)(?: (?:les|ces|des?|celles|ceux))*(?: (?:autres|deux|trois|quatre))?(?: ${offered}(?: ${above})*|(?: ${above})+)(?: (?:sont|est)(?: tou(?:te)?s)? ${right})?[.!]?$|^tou(?:te)?s(?: les (?:deux|trois|quatre))? (?:sont|est) ${right}[.!]?$|^(?:elles|ils) sont tou(?:te)?s ${right}[.!]?$|^tou(?:te)?s (?:ceux|celles)(?:-ci)?[.!]?$|^tout (?:cela|ce qui (?:précède|est (?:mentionné|indiqué|cité|ci-dessus).*))[.!]?$`,
    'iu',
  ),
  noneOfTheAbove: new RegExp(
    `^aucune?(?: (?:des?|d['’]entre|parmi|ces|les|celles|ceux|elles|eux))*(?: (?:autres|deux|trois|quatre))?(?: ${offered})?(?: ${above})*(?: (?:n['’]est|ne sont|n['’]est pas) ${right})?[.!]?(?<!^aucune?[.!]?)$|^aucune? (?:de |d['’])(?:ces|celles|ceux|eux|elles)(?:-ci)?[.!]?$|^rien de (?:tout )?(?:cela|ce qui précède)[.!]?$|^aucune (?:bonne|autre) réponse[.!]?$|^ni l['’]une? ni l['’]autre[.!]?$`,
    'iu',
  ),
  present: wordPatternOf(
    String.raw`actuellement(?! \p{Ll}+(?:ée?s?|ie?s?|erte?s?)(?!\p{L}))|à l['’]heure actuelle|de nos jours|à ce jour|jusqu['’]à présent|à l['’]heure qu['’]il est|(?:dernière|nouvelle) version|version (?:la plus récente|actuelle)|actuel(?:le)? (?:président|premier ministre|champion|record|détenteur)\p{L}*|(?:président|champion|record|détenteur)\p{L}* (?:du monde )?actuel(?:le)?`,
  ),
  someone: wordPatternOf(
    'je|moi|mon|ma|mes|vous|votre|vos|tu|ton|nous|notre|nos|patiente?s?|cliente?s?|monsieur|madame',
  ),
  bareQuestion: new RegExp(
    String.raw`^(?:parmi (?:les|ces) ${noun}(?: (?:suivante?s|ci-dessous|ci-après))?,? ?)?${asking}(?: (?:des?|de ces|de celles|parmi|les|ces|${noun}|suivante?s?|ci-dessous|ci-après))*,? (?:est|sont|n['’]est pas|ne sont pas)(?: (?:la|le|les))?(?: (?:vraie?s?|correctes?|exacte?s?|fausses?|faux|justes?|incorrectes?|inexacte?s?|valides?|bonnes?|bons?|mauvaises?))(?: ${noun})?[^\p{L}\p{N}]*$|^(?:choisi(?:ssez|s)|sélectionne[zr]?|coche[zr]?|trouve[zr]?|indique[zr]?) (?:la|les|toutes les|une|le) (?:bonnes?|mauvaises?|meilleure|fausses?|vraies?)? ?${noun}(?: (?:correctes?|exactes?|fausses?|vraies?|justes?|incorrectes?))?[^\p{L}\p{N}]*$`,
    'iu',
  ),
  asks: wordPatternOf(
    `que|qu['’]est-ce|quelle?s?|laquelle|lequel|lesquelles|lesquels|qui|quoi|comment|pourquoi|quand|où|combien|citez|nommez|décrivez|expliquez|définissez|choisissez|sélectionnez|calculez|complétez|indiquez`,
  ),
  asksForForm: wordPatternOf(
    String.raw`abréviations?|abrégée?s?|acronymes?|sigles?|initiales|lettres?|signifie(?:nt)?|que veut dire|nom complet|en entier|en toutes lettres|développ\p{L}*`,
  ),
  yesOrNo: new RegExp(
    String.raw`^(?:(?:dans|en|pour|avec|selon|si|lors|après|avant|quand) [^?]*, )?(?:est-ce qu(?:e |['’])|(?:est|sont|a|ont|peut|peuvent|doit|doivent|faut|y a)-(?:t-)?(?:il|elle|ils|elles|on|ce)(?!\p{L})|(?:les?|la|l['’]|une?|ce|cette|ces)[ ’']?[^?,]* (?:est|sont|a|ont|peut|peuvent|doit|doivent)-(?:t-)?(?:il|elle|ils|elles)(?!\p{L}))(?![^?]*${wordsIn('ou|quelle?s?|combien|pourquoi|comment|laquelle|lequel|qui')})[^?]*\?$`,
    'iu',
  ),
  secondQuestion:
    /(?<!(?<!\p{L})(?:qui|que|quoi|où|quand|comment|pourquoi|combien|quelle?s?)),? et (?:(?:en|à|de|dans|par|pour|sur|avec|depuis|vers|sous) )?(?:pourquoi|comment|quand|où|combien|à quoi|en quoi|dans quel but|qui|quelle?s?(?: \p{L}+)?)(?: [^?]*)?\?/iu,
  asksForList: new RegExp(
    String.raw`^(?:citez|cite|nommez|nomme|énumérez|énumère|listez|liste|donnez|donne) (?:tou(?:te)?s les(?!\p{L})|(?:les |au moins )?${number})|^quel(?:le)?s sont (?:tou(?:te)?s )?les ${number}`,
    'iu',
  ),
  lastOfList: / (?:et|ou|ainsi que) /,
  optionByPlace:
    /(?<!\p{L})(?:[Oo]ption|[Rr]éponse|[Pp]roposition|[Cc]hoix|[Dd]istracteur)s? (?:n[°o]\.? ?|numéro )?(?:\((?<bracketed>[A-H1-9])\)|(?<letter>[A-H])(?![\p{L}\p{N}'’-]))|(?<!\p{L})(?:[Oo]ption|[Dd]istracteur)s? (?:n[°o]\.? ?)?(?<digit>[1-9])(?![\p{L}\p{N}%-]|[.,]\d)|(?<=^|[.;:,(] ?|(?<!\p{L})(?:seule?|que|car|donc|mais|et) )(?<alone>[A-H]) (?:est|était) (?:la |le )?(?:juste|vraie?|fausse|faux|correcte?|exacte?|bonne)(?: réponse)?(?=[.,;:)]|$| (?:car|parce)(?!\p{L}))|(?<!\p{L})(?:[Ll]a (?:première|deuxième|seconde|troisième|quatrième|dernière) (?:option|proposition)|[Ll]e (?:premier|deuxième|second|troisième|quatrième|dernier) choix)(?! (?:qui|que|de|des|du|pour)(?!\p{L}))/u,
  functionWords: setOfWords(`
    à afin ainsi alors après au aucun aucune aussi autre autres aux avant avec avez avoir car ce cela celle celles celui ces cet
    cette ceux chaque ci-dessous ci-dessus comme comment contre dans de depuis des deux doit doivent donc dont du elle elles en
    entre est et étaient était être eux fait faire faut ils il je jusque la laquelle le lequel les lesquelles lesquels leur leurs
    lors lui mais même mêmes moins mon ne ni non nos notre nous on ont ou où par parce parmi pas pendant permet permettent peut
    peuvent plus plusieurs pour pourquoi puis quand que quel quelle quelles quels qui quoi sa sans se sera ses si soit son sont
    sous sur ta te tous tout toute toutes très un une utilise utiliser utilisez vers votre vous vos d'un d'une l'un l'une qu'il
    qu'elle affirmation affirmations bonne correct correcte énoncé énoncés question questions réponse réponses suivant suivante
    suivantes suivants vrai vraie faux fausse signifie appelle nomme désigne décrit proposition propositions`),
});
