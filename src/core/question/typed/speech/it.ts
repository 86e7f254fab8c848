import { toPieces } from './number-words.ts';
import type { NumberSpeech } from './speech.ts';

/** Numbers as they are typed in Italian. */
export const italian: NumberSpeech = {
  isComma: true,
  degrees: 'grado, gradi',
  articles: 'un una uno',
  pieces: () =>
    toPieces(
      'zero un/uno/una due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
      {
        20: 'venti/vent',
        30: 'trenta/trent',
        40: 'quaranta/quarant',
        50: 'cinquanta/cinquant',
        60: 'sessanta/sessant',
        70: 'settanta/settant',
        80: 'ottanta/ottant',
        90: 'novanta/novant',
      },
      {
        cento: 'hundred',
        cent: 'hundred',
        mille: 'thousand',
        mila: 'thousand',
        e: 'joint',
        mezzo: 'half',
        mezza: 'half',
      },
    ),
  words: `
    million: milione, milioni, mln, mln.
    billion: miliardo, miliardi, mld, mld.
    trillion: bilione, bilioni
    thousand: migliaia, migliaio
    half a: mezzo, mezza, mezz
    about: circa, quasi, all'incirca, approssimativamente, intorno a, più o meno, pressappoco
    exactly: esattamente
    it is: sono, è, ci sono, c'è, era, erano, ha
    the: il, lo, la, i, gli, le
    in: nel, in, nell'anno, l'anno
    of: di, del, della, dei, delle
    and: e, ed
    or: o, oppure
    to: a, fino a
    between: tra, fra
    per: per, al
    more than: più di, oltre
    less than: meno di
    at least: almeno
    at most: al massimo
    not: non
    half: la metà, metà
    percent: per cento, percento
    per mille: per mille
    percentage points: punti percentuali
    times: volte, volta
    kilometres: chilometro, chilometri
    metres: metro, metri
    centimetres: centimetro, centimetri
    millimetres: millimetro, millimetri
    nanometres: nanometro, nanometri
    light years: anno luce, anni luce
    miles: miglia, miglio
    km²: chilometri quadrati, chilometro quadrato
    m²: metri quadrati, metro quadrato
    m³: metri cubi, metro cubo
    seconds: secondo, secondi
    milliseconds: millisecondo, millisecondi
    minutes: minuto, minuti
    hours: ora, ore
    days: giorno, giorni
    weeks: settimana, settimane
    months: mese, mesi
    years: anno, anni
    decades: decennio, decenni
    centuries: secolo, secoli
    grams: grammo, grammi
    kilograms: chilogrammo, chilogrammi, chilo, chili
    tonnes: tonnellata, tonnellate
    litres: litro, litri
    january: gennaio
    february: febbraio
    march: marzo
    april: aprile
    may: maggio
    june: giugno
    july: luglio
    august: agosto
    september: settembre
    october: ottobre
    november: novembre
    december: dicembre`,
};
