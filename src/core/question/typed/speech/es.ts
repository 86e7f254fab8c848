import { toPieces } from './number-words.ts';
import type { NumberSpeech } from './speech.ts';

/** Numbers as they are typed in Spanish. */
export const spanish: NumberSpeech = {
  isComma: true,
  degrees: 'grado, grados',
  articles: 'un una uno',
  pieces: () =>
    toPieces(
      'cero un/uno/una/ún dos/dós tres/trés cuatro cinco seis/séis siete ocho nueve diez once doce trece catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve',
      {
        20: 'veinte/veinti',
        30: 'treinta',
        40: 'cuarenta',
        50: 'cincuenta',
        60: 'sesenta',
        70: 'setenta',
        80: 'ochenta',
        90: 'noventa',
        200: 'doscientos/doscientas',
        300: 'trescientos/trescientas',
        400: 'cuatrocientos/cuatrocientas',
        500: 'quinientos/quinientas',
        600: 'seiscientos/seiscientas',
        700: 'setecientos/setecientas',
        800: 'ochocientos/ochocientas',
        900: 'novecientos/novecientas',
      },
      { cien: 100, ciento: 100, mil: 'thousand', y: 'joint', medio: 'half', media: 'half' },
    ),
  words: `
    million: millón, millones, millon, mill.
    trillion: billón, billones, billon
    thousand: miles
    half a: medio, media
    about: unos, unas, aproximadamente, alrededor de, cerca de, casi, más o menos, en torno a, aprox., aprox
    exactly: exactamente
    it is: son, es, hay, era, eran, tiene, mide
    the: el, la, los, las
    in: en, en el año, el año, año de
    of: de, del
    and: y, e
    or: o, u
    to: a, hasta
    between: entre
    per: por
    more than: más de, más que
    less than: menos de, menos que
    at least: al menos, por lo menos
    at most: como máximo
    not: no
    half: la mitad, mitad
    percent: por ciento, porciento
    per mille: por mil
    percentage points: puntos porcentuales
    times: veces, vez
    kilometres: kilómetro, kilómetros, kilometros
    metres: metro, metros
    centimetres: centímetro, centímetros, centimetros
    millimetres: milímetro, milímetros, milimetros
    nanometres: nanómetro, nanómetros
    light years: año luz, años luz
    miles: milla, millas
    km²: kilómetros cuadrados, kilómetro cuadrado
    m²: metros cuadrados, metro cuadrado
    m³: metros cúbicos, metro cúbico
    seconds: segundo, segundos
    milliseconds: milisegundo, milisegundos
    minutes: minuto, minutos
    hours: hora, horas
    days: día, días, dia, dias
    weeks: semana, semanas
    months: mes, meses
    years: año, años
    decades: década, décadas
    centuries: siglo, siglos
    grams: gramo, gramos
    kilograms: kilogramo, kilogramos, kilo, kilos
    tonnes: tonelada, toneladas
    litres: litro, litros
    january: enero
    february: febrero
    march: marzo
    april: abril
    may: mayo
    june: junio
    july: julio
    august: agosto
    september: septiembre, setiembre
    october: octubre
    november: noviembre
    december: diciembre`,
};
