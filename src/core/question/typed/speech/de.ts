import { toPieces } from './number-words.ts';
import type { NumberSpeech } from './speech.ts';

/** Numbers as they are typed in German. */
export const german: NumberSpeech = {
  isComma: true,
  degrees: 'grad',
  articles: 'ein eine einen einem einer eines',
  pieces: () =>
    toPieces(
      'null ein/eins/eine/einen/einem/einer/eines zwei/zwo drei vier fünf/fuenf sechs sieben acht neun zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
      {
        20: 'zwanzig',
        30: 'dreißig/dreissig',
        40: 'vierzig',
        50: 'fünfzig/fuenfzig',
        60: 'sechzig',
        70: 'siebzig',
        80: 'achtzig',
        90: 'neunzig',
        1.5: 'anderthalb',
      },
      { hundert: 'hundred', tausend: 'thousand', und: 'joint', einhalb: 'half' },
    ),
  words: `
    thousand: tsd., tsd
    million: million, millionen, mio., mio, mill.
    billion: milliarde, milliarden, mrd., mrd, md.
    trillion: billion, billionen, bio.
    half a: halbe, eine halbe, ein halbes, einen halben
    about: etwa, rund, ungefähr, zirka, circa, ca., ca, knapp, fast, nahezu, annähernd, gut, schätzungsweise, um die
    exactly: genau, exakt
    it is: es sind, das sind, es ist, das ist, es waren, es gibt, sind es, sind, ist, war, waren, hat, haben, beträgt
    the: der, die, das, den, dem, des
    in: im, in
    on: am
    of: von, vom
    and: und, sowie
    or: oder
    to: bis
    between: zwischen
    per: pro, je
    more than: mehr als
    less than: weniger als
    over: über
    under: unter
    at least: mindestens, wenigstens
    at most: höchstens, maximal, bis zu
    not: nicht
    no: kein, keine
    half: hälfte
    percent: prozent, proz., v. h.
    per mille: promille
    percentage points: prozentpunkte, prozentpunkten
    times: mal, -mal, fach, -fach
    kilometres: kilometer, kilometern, kilometers
    metres: meter, metern
    centimetres: zentimeter, zentimetern
    millimetres: millimeter, millimetern
    micrometres: mikrometer, mikrometern
    nanometres: nanometer, nanometern
    light years: lichtjahr, lichtjahre, lichtjahren
    miles: meile, meilen
    km²: quadratkilometer, quadratkilometern
    m²: quadratmeter, quadratmetern
    m³: kubikmeter, kubikmetern
    seconds: sekunde, sekunden, sek., sek
    milliseconds: millisekunde, millisekunden
    minutes: minute, minuten, min.
    hours: stunde, stunden, std., std
    days: tag, tage, tagen
    weeks: woche, wochen
    months: monat, monate, monaten
    years: jahr, jahre, jahren, jahrs, jahres
    decades: jahrzehnt, jahrzehnte, jahrzehnten
    centuries: jahrhundert, jahrhunderte, jahrhunderten
    grams: gramm
    kilograms: kilogramm, kilo, kilos
    milligrams: milligramm
    tonnes: tonne, tonnen
    litres: liter, litern
    millilitres: milliliter, millilitern
    euros: euro, euros
    january: januar, jänner
    february: februar
    march: märz
    april: april
    may: mai
    june: juni
    july: juli
    october: oktober
    december: dezember`,
};
