import { toPieces } from './number-words.ts';
import type { NumberSpeech } from './speech.ts';

/** Numbers as they are typed in French. */
export const french: NumberSpeech = {
  isComma: true,
  degrees: 'degré, degrés, degre, degres',
  articles: 'un une',
  pieces: () =>
    toPieces(
      'zéro/zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
      {
        30: 'trente',
        40: 'quarante',
        50: 'cinquante',
        60: 'soixante',
        70: 'septante',
        80: 'octante/huitante',
        90: 'nonante',
      },
      {
        vingt: 'score',
        vingts: 'score',
        cent: 'hundred',
        cents: 'hundred',
        mille: 'thousand',
        et: 'joint',
        demi: 'half',
        demie: 'half',
      },
    ),
  words: `
    million: million, millions, mio
    billion: milliard, milliards, mrd, mds
    trillion: billion, billions
    thousand: milliers, millier
    half a: un demi, une demi, une demie
    about: environ, à peu près, près de, presque, autour de, vers, approximativement, env., env, quelque, à peu de choses près
    exactly: exactement, précisément
    it is: c'est, ce sont, il y a, il y en a, est de, est, sont, était, étaient, a, ont, vaut, mesure
    the: le, la, les
    in: en, dans, en l'an, l'an, en l'année, l'année, dans l'année
    of: de, des, du
    and: et, ainsi que
    or: ou, ou bien
    to: à, jusqu'à
    between: entre
    per: par
    more than: plus de, plus que
    less than: moins de, moins que
    at least: au moins
    at most: au plus, au maximum, maximum
    not: pas
    half: la moitié, moitié
    percent: pour cent, pour-cent, pourcent, pourcents, p. cent, p. 100
    per mille: pour mille
    percentage points: points de pourcentage, point de pourcentage
    times: fois
    kilometres: kilomètre, kilomètres, kilometre
    metres: mètre, mètres
    centimetres: centimètre, centimètres
    millimetres: millimètre, millimètres
    micrometres: micromètre, micromètres
    nanometres: nanomètre, nanomètres
    light years: année-lumière, années-lumière, années lumière, année lumière
    km²: kilomètres carrés, kilomètre carré
    m²: mètres carrés, mètre carré
    m³: mètres cubes, mètre cube
    seconds: seconde, secondes, sec.
    milliseconds: milliseconde, millisecondes
    hours: heure, heures
    days: jour, jours
    weeks: semaine, semaines
    months: mois
    years: an, ans, année, années
    decades: décennie, décennies
    centuries: siècle, siècles
    grams: gramme, grammes
    kilograms: kilogramme, kilogrammes, kilo, kilos
    milligrams: milligramme, milligrammes
    tonnes: tonne, tonnes
    kB: ko
    MB: mo
    GB: go
    TB: to
    bytes: octet, octets
    january: janvier
    february: février
    march: mars
    april: avril
    may: mai
    june: juin
    july: juillet
    august: août
    september: septembre
    october: octobre
    november: novembre
    december: décembre`,
};
