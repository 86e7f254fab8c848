import type { Lexicon } from './lexicon.ts';
import { setOfWords, wordPatternOf, wordsIn } from './word-pattern.ts';

const others =
  '(?:der|den|dieser?|diesen|von|hier|oben|genannten?|obigen?|obenstehenden?|vorstehenden?|vorherigen|vorgenannten?|aufgeführten?|aufgelisteten?|angeführten?|angegebenen?|erwähnten?|stehenden?|anderen|übrigen|zwei|drei|vier|fünf)';
const offered =
  '(?:(?:antwort|aussage|option|möglichkeit|antwortmöglichkeit|behauptung|variante)(?:e?n)?|punkte?n?|genannten?[mns]?|obigen?[ms]?|obenstehenden?|vorstehenden?|vorgenannten?|aufgeführten?|davon|dies(?:e[mnrs]?)?|ihnen|alledem)';
const verdict =
  '(?: (?:sind|ist|treffen|trifft|stimmen|stimmt|gelten))?(?: (?:alle|beide|nicht))?(?: (?:richtig|korrekt|wahr|falsch|zutreffend|zu|möglich))?';

const doubt =
  'könnten?|dürften?|möglicherweise|vielleicht|wahrscheinlich|vermutlich|in der regel|im allgemeinen|tendenziell|größtenteils|überwiegend|teilweise|weitgehend|ungefähr|unter umständen|(?<!am )meist(?:ens)?|gewöhnlich|üblicherweise|normalerweise|typischerweise|(?<!(?:wie|so|zu|gleich|ebenso) )(?:oft|häufig)|manchmal|mitunter|gelegentlich';
const number = String.raw`(?:vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[4-9]|\d\d)(?![\p{L}\p{N}.,%-])`;
const judged = '(?:richtig|korrekt|wahr|falsch|zutreffend|unzutreffend|zu|gültig|am besten)';

/** The words of German. */
export const makeGerman = (): Lexicon => ({
  hedge: wordPatternOf(doubt),
  absolute: wordPatternOf(
    String.raw`(?<!(?:nicht|noch) )immer(?! (?:noch|wieder|mehr|weniger|\p{Ll}+er(?!\p{L})))|niemals|nie|stets|ausnahmslos|(?<!nicht )ausschließlich|(?<!(?:nicht|vor) )alle[mnrs]?(?! \d)|sämtliche[nrs]?|(?<!nicht )jede[mnrs]?|(?<!nicht )nur|unmöglich|(?<!nicht )m(?:uss|üssen)|(?<!nicht )(?:völlig|vollständig|komplett|absolut|gänzlich|vollkommen)|keinerlei`,
  ),
  negation: wordPatternOf(
    'nicht(?! nur)|keine?[mnrs]?|nie|niemals|nirgends|niemand(?:e[mn])?|ohne|weder|keinesfalls|außer|keinerlei',
  ),
  frequency: wordPatternOf(
    'üblicherweise|gewöhnlich|normalerweise|(?<!am )meist(?:ens)?|(?<!(?:wie|so|zu|gleich|ebenso|weniger) )(?:oft|häufig|selten)|manchmal|mitunter|gelegentlich|regelmäßig|ab und zu|hin und wieder',
  ),
  both: wordPatternOf('beide[nrs]?|zwei|sowohl|entweder'),
  joining: wordPatternOf('und|oder|aber|sondern|weil|denn|sodass|während|sowie|indem|damit|wobei|anstatt'),
  allOfTheAbove: new RegExp(
    `^(?:alle[sr]?|sämtliche|beides?|jede[srn]?)(?: ${others})* (?:${offered})(?: ${offered})?${verdict}[.!]?$|^(?:alles|beides|alle|beide)(?: ${others})* (?:sind |ist |stimmt|stimmen|treffen |trifft )(?:richtig|korrekt|wahr|zu|zutreffend)?[.!]?$`,
    'iu',
  ),
  noneOfTheAbove: new RegExp(
    `^(?:keine[rsn]?|nichts)(?: ${others})* (?:${offered})(?: ${offered})?${verdict}[.!]?$|^(?:keine[rs]?|nichts)(?: davon)? (?:ist|sind|trifft|stimmt)(?: (?:richtig|korrekt|wahr|zu|zutreffend))?[.!]?$|^weder noch[.!]?$`,
    'iu',
  ),
  present: wordPatternOf(
    String.raw`derzeit|gegenwärtig|zurzeit|zur zeit|momentan|heutzutage|bis heute|bis dato|stand heute|aktuell(?! \p{Ll}+(?:t|te[mnrs]?|ene?[mnrs]?)(?!\p{L}))|(?:neu[e]?ste|aktuelle|aktuellste)[nrs]? (?:version|ausgabe|modell|generation|auflage|stand|weltmeister\p{L}*|weltrekord\p{L}*|rekord\p{L}*|bundes\p{L}+|präsident\p{L}*)|amtierende[nrs]?`,
  ),
  someone: wordPatternOf(
    'ich|mir|mich|meine?[mnrs]?|du|dich|dir|wir|uns|patient(?:in|en)?|herrn?|frau|klient(?:in|en)?',
  ),
  bareQuestion: new RegExp(
    String.raw`^(?:welche[rs]?|was)(?: (?:der|von|dieser|diesen|den|folgenden?|nachstehenden|untenstehenden|genannten|aussagen?|antworten?|behauptungen?|optionen?|sätze|möglichkeiten))* (?:ist|sind|stimmt|stimmen|trifft|treffen)(?: nicht)?(?: ${judged})?[^\p{L}\p{N}]*$|^(?:bitte )?(?:wähl|kreuz|markier|find|such)(?:en sie|e)(?: bitte)? (?:die|alle|eine) (?:richtig|korrekt|falsch|zutreffend|wahr|best)en? ?(?:antwort|aussage|option|lösung|möglichkeit)?(?:en)?(?: aus| an)?[^\p{L}\p{N}]*$`,
    'iu',
  ),
  asks: wordPatternOf(
    'welche[mnrs]?|was|wer|wie|warum|wieso|wann|wo|womit|wozu|worin|wodurch|nennen?|beschreiben?|erklären?|definieren?|wählen?|kreuzen?|bestimmen?|berechnen?|ergänzen?',
  ),
  asksForForm: wordPatternOf(
    String.raw`\p{L}*abkürz\p{L}*|abgekürzt|akronyme?s?|kürzels?|initialen|\p{L}*buchstaben?|wofür steht|steht [^?]*für|ausgeschrieben|vollständige[rn]? namen?|langform|kurzform|voll(?:e|er|en) namen?`,
  ),
  yesOrNo: new RegExp(
    String.raw`^(?:(?:in|an|auf|bei|für|mit|nach|vor|wenn|falls|laut) [^?]*, )?(?:ist|sind|war|waren|hat|haben|hatten?|kann|können|könnten?|wird|werden|wurden?|darf|dürfen|muss|müssen|soll|sollen|gibt es|gilt|gelten|gehört|stimmt es)(?! sie[^\p{L}]) (?![^?]*${wordsIn('oder|welche[mnrs]?|was|warum|wie viele?|wer')})[^?]*\?$`,
    'iu',
  ),
  secondQuestion:
    /(?<!(?<!\p{L})(?:was|wer|wen|wem|wie|wo|wann|warum|welche[mnrs]?)),? und (?:(?:an|in|auf|bei|mit|nach|von|zu|durch|aus|für|um|vor|über|unter|seit|zwischen) )?(?:warum|wieso|weshalb|wozu|wann|wo|wodurch|womit|wie(?: viele?| lange| oft)?|was|wer|wem|wen|welche[mnrs]? \p{L}+)(?: (?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|kann|können|muss|müssen|\p{Ll}+(?:t|en)) [^?]*)?\?/iu,
  asksForList: new RegExp(
    String.raw`^(?:bitte )?(?:nenne|zähle|liste|nennen sie|zählen sie|listen sie|geben sie|schreiben sie)(?: bitte)?(?: mir)? (?:alle(?!\p{L})|(?:die |alle )*${number})|^(?:was|welches?|wie (?:heißen|lauten))(?: sind)? (?:alle )?die ${number}`,
    'iu',
  ),
  lastOfList: /,? (?:und|oder|sowie|bzw\.) /,
  optionByPlace:
    /(?<!\p{L})(?:Option|Antwort|Möglichkeit|Antwortmöglichkeit|Distraktor|Auswahl)(?:en)? (?:[Nn]r\.? ?|Nummer )?(?:\((?<bracketed>[A-H1-9])\)|(?<letter>[A-H])(?![\p{L}\p{N}'’-]))|(?<!\p{L})(?:Option|Distraktor)(?:en)? (?<digit>[1-9])(?![\p{L}\p{N}%-]|[.,]\d)|(?<=^|[.;:,(] ?|(?<!\p{L})(?:nur|dass|weil|da|also|daher|und|aber) )(?<alone>[A-H]) (?:ist|war) (?:die |das )?(?:richtig|falsch|korrekt)(?:e|e Antwort)?(?=[.,;:)]|$| (?:weil|da|denn)(?!\p{L}))|(?<!\p{L})[Dd](?:ie|er) (?:erste|zweite|dritte|vierte|fünfte|letzte)n? (?:Option|Antwortmöglichkeit)(?!,? (?:die|der|auf|von|des)(?!\p{L}))|(?<!\p{L})[Dd]ie (?:erste|zweite|dritte|vierte|letzte) Antwort (?:oben |hier )?ist (?:richtig|falsch|korrekt)/u,
  functionWords: setOfWords(`
    aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beide beiden beim bereits bevor bis
    bitte bzw da dabei dadurch dafür damit dann darauf darin das dass davon dazu dem den denen denn der deren des dessen die dies
    diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einige er erst es etwa etwas für ganz
    gegen gibt hat hatte hatten hier ihm ihn ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes
    jedoch kann kein keine keinen keiner können könnte könnten man mehr mehrere mit muss müssen nach nicht nichts noch nur ob oder
    ohne sein seine seinem seinen seiner seit sehr sich sie sind so sobald sodass sollte sollten sondern sowie über um und unter
    verwenden verwendet viel viele vom von vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer werden
    wie wieder wird wo wurde wurden zu zum zur zwei zwischen antwort antworten aussage aussagen folgende folgenden folgender frage
    genannten richtig richtige richtigen falsch heißt nennt bezeichnet beschreibt bedeutet trifft möglich nutzen benutzen`),
});
