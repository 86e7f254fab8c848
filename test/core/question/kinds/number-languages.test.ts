import { describe, expect, it } from 'vitest';
import { number } from '#core/question/kinds/number/index.ts';
import { shapes } from '#core/question/shapes.ts';

const common = { id: 'some-item', level: 1, rationale: 'So.', sources: [{ ref: 'a2020' }], kind: 'number' };

async function judge(language: string, fields: object, typed: string): Promise<string> {
  const item = { ...number.schema(shapes).parse({ ...common, ...fields }), language };
  const outcome = await number.grade(item, { type: 'typed', texts: [typed] }, 'en');
  return outcome.type === 'refused' ? 'back' : outcome.verdict === 'correct' ? 'right' : outcome.verdict;
}

const answers: readonly (readonly [string, object, string, string])[] = [
  // Points and commas.
  [
    'de',
    { stem: 'Wie lang ist der Äquator?', key: 40075, unit: 'km' },
    '40.075; 40.075 km; 40 075 km; 40075; 40.075,0; 40075000 m; rund 40.075 Kilometer',
    '40,075; 40,075 km; 4.075',
  ],
  [
    'de',
    { stem: 'Wie lang ist der Rhein?', key: 1233, unit: 'km' },
    '1.233 km; 1.233; 1233 km; ca. 1.233 Kilometer',
    '1,233; 1,233 km; 1.234 km',
  ],
  [
    'fr',
    { stem: 'Quelle est la longueur du Rhin ?', key: 1233, unit: 'km' },
    '1.233 km; 1 233 km; 1\u202f233 km; environ 1 233 kilomètres',
    '1,233 km',
  ],
  [
    'es',
    { stem: '¿Cuánto mide el Rin?', key: 1233, unit: 'km' },
    '1.233 km; 1 233 kilómetros; unos 1.233 km',
    '1,233 km',
  ],
  [
    'it',
    { stem: 'Quanto è lungo il Reno?', key: 1233, unit: 'km' },
    '1.233 km; circa 1.233 chilometri',
    '1,233 km',
  ],
  ['de', { stem: 'Wie viele Joule hat eine Kalorie?', key: 4.184 }, '4,184; 4.184', '4184; 4,185'],
  ['en', { stem: 'How long is the equator?', key: 40075, unit: 'km' }, '40,075 km; 40,075', '40.075'],
  // Words for scales.
  [
    'de',
    { stem: 'Wie viele Menschen leben in Deutschland?', key: 83.5, unit: 'Millionen', tolerance: '1%' },
    '83,5; 83,5 Millionen; 83.5 Mio.; 83,5 Mio; etwa 83,5 Millionen; 83.500.000; rund 84 Millionen; dreiundachtzig Millionen; 0,0835 Milliarden; 83,5 Mio. Menschen; 83500 Tsd.',
    '83,5 Milliarden; 83 Tausend; 80 Mio.',
  ],
  [
    'de',
    { stem: 'Wie viele Menschen leben in Deutschland?', key: 83500000, tolerance: '1%' },
    '83,5 Mio.; 83,5 Millionen; 83,5 Millionen Menschen',
    '83,5; 83,5 Mrd.',
  ],
  [
    'de',
    { stem: 'Wie viele Jahre alt ist die Erde?', key: 4.6, unit: 'Milliarden Jahre', tolerance: '3%' },
    '4,6 Milliarden Jahre; 4,6 Mrd. Jahre; 4,6; 4600 Millionen Jahre; 4.600.000.000; etwa 4,6 Mrd',
    '4,6 Millionen Jahre; 4,6 Billionen Jahre',
  ],
  [
    'fr',
    { stem: "Combien d'habitants compte la France ?", key: 68, unit: 'millions', tolerance: '2%' },
    '68; 68 millions; soixante-huit millions; environ 68 millions; 68 000 000; 68 millions d’habitants; 0,068 milliard',
    '68 milliards; 58 millions',
  ],
  [
    'fr',
    { stem: 'En combien de jours la Terre fait-elle le tour du Soleil ?', key: 365, unit: 'jours' },
    'trois cent soixante-cinq; trois cent soixante-cinq jours; 365 jours; 365',
    '366 jours',
  ],
  [
    'fr',
    { stem: 'Combien font quatre fois vingt plus dix-sept ?', key: 97 },
    'quatre-vingt-dix-sept; nonante-sept',
    'quatre-vingt-sept; quatre-vingt-dix',
  ],
  [
    'fr',
    { stem: 'Combien de régions compte la France ?', key: 21 },
    'vingt et un; vingt-et-un; vingt et une; 21',
    'vingt-deux; vingt',
  ],
  [
    'fr',
    { stem: 'Combien de pôles a un aimant ?', key: 2 },
    'deux; les deux; il y en a deux; 2',
    'trois; un',
  ],
  [
    'fr',
    { stem: 'Quel âge a la Terre ?', key: 4.5, unit: "milliards d'années", tolerance: '3%' },
    "4,5 milliards d'années; 4,5 milliards; 4,5; quatre milliards et demi",
    "4,5 millions d'années",
  ],
  [
    'es',
    { stem: '¿Cuántos habitantes tiene España?', key: 48, unit: 'millones', tolerance: '2%' },
    'cuarenta y ocho millones; 48 millones; 48.000.000; unos 48 millones',
    '48 mil; 4.8',
  ],
  ['es', { stem: '¿Cuántas letras hay?', key: 27 }, 'veintisiete; 27', 'veintiocho'],
  ['it', { stem: 'Quante regioni ci sono?', key: 21 }, 'ventuno; 21', 'venti; ventidue'],
  [
    'de',
    { stem: 'Wie viele Buchstaben hat das Alphabet?', key: 26 },
    'sechsundzwanzig; 26; sechs und zwanzig; genau sechsundzwanzig; es sind 26',
    'zweiundsechzig; sechsundzwanzigtausend',
  ],
  [
    'de',
    { stem: 'Wie viele Einwohner hat die Stadt?', key: 2500 },
    'zweitausendfünfhundert; 2.500; 2,5 Tausend; fünfundzwanzighundert',
    '2,5; 2.5',
  ],
  [
    'ja',
    { stem: '日本の人口は何人か。', key: 125000000, unit: '人', tolerance: '2%' },
    '1億2500万; 1億2500万人; 約1億2500万人; 一億二千五百万人; およそ1.25億人; 1億2500万人ぐらい',
    '1250万; 12億',
  ],
  ['ja', { stem: '三権はいくつあるか。', key: 3 }, '三つ; みっつ; 3つ; ３つ; 3; 三; 3つです', '四つ; 30'],
  [
    'ja',
    { stem: '国家予算はいくらか。', key: 110, unit: '兆円', tolerance: '3%' },
    '110兆円; 約110兆円; 110',
    '110億円',
  ],
  // Units.
  [
    'de',
    { stem: 'Bei welcher Temperatur siedet Wasser?', key: 100, unit: '°C' },
    '100 Grad; 100 Grad Celsius; 100 °C; hundert Grad; 100',
    '90 Grad',
  ],
  [
    'de',
    { stem: 'Wie groß ist ein rechter Winkel?', key: 90, unit: '°' },
    '90 Grad; 90°; neunzig Grad; 90',
    '100 Grad',
  ],
  [
    'de',
    { stem: 'Wie viel Prozent der Luft sind Stickstoff?', key: 78, unit: '%', tolerance: 1 },
    '78 Prozent; 78 %; 0,78; etwa 78 Prozent; achtundsiebzig Prozent',
    '78 Promille; 21 Prozent',
  ],
  [
    'de',
    { stem: 'Wie viel Prozent der Luft sind Stickstoff?', key: 78, unit: 'Prozent', tolerance: 1 },
    '78 %; 78; 78 Prozent',
    '7,8 %',
  ],
  [
    'fr',
    { stem: "Quelle part d'azote ?", key: 78, unit: '%', tolerance: 1 },
    '78 pour cent; environ 78 %; 78 pourcent',
    '21 pour cent',
  ],
  [
    'fr',
    { stem: 'Vitesse de la lumière ?', key: 300000000, unit: 'm/s', tolerance: '1%' },
    '3.10^8 m/s; 3·10⁸ m/s; 3.10⁸ m·s⁻¹; 3×10^8 m.s-1; 3,0.10^8 m/s; 300 000 km/s; 3·10^8; 300 millions de m/s',
    '3.10^5 m/s; 3.10^8 km/s',
  ],
  [
    'fr',
    { stem: "Que vaut l'intensité de la pesanteur ?", key: 9.81, unit: 'm/s²', tolerance: '1%' },
    '9,81 m/s²; 9,81 N/kg; 9.81 m.s-2; 9,81 m·s⁻²; 9,8',
    '8,9 N/kg',
  ],
  [
    'fr',
    { stem: "Que vaut l'intensité de la pesanteur ?", key: 9.81, unit: 'N/kg', tolerance: '1%' },
    '9,81 m/s²; 9,81 N/kg; 9,81 N·kg⁻¹; 9,8',
    '8,9 N/kg',
  ],
  ['ja', { stem: '水は何度で沸騰するか。', key: 100, unit: '℃' }, '100度; 100℃; １００度; 百度; 100', '90度'],
  [
    'ja',
    { stem: '富士山の高さは何メートルか。', key: 3776, unit: 'メートル' },
    '3776メートル; 3776m; 3,776メートル; 3.776キロメートル; 3.776キロ; 3776',
    '3776キロ; 3676メートル',
  ],
  [
    'ja',
    { stem: 'マラソンは何キロメートルか。', key: 42.195, unit: 'km', tolerance: '1%' },
    '42.195キロ; 42.195キロメートル; 42キロ; 42195メートル',
    '42メートル',
  ],
  [
    'de',
    { stem: 'Wie lange dauern zwei Wochen?', key: 14, unit: 'Tage' },
    '14 Tage; vierzehn; 2 Wochen; zwei Wochen; 14',
    '15 Tage',
  ],
  [
    'fr',
    { stem: 'Combien de jours font deux semaines ?', key: 14, unit: 'jours' },
    '14 jours; deux semaines; quatorze jours',
    '15 jours; quinze jours',
  ],
  [
    'de',
    { stem: 'In welchem Jahr kam das Telefon?', key: 1976 },
    '1976; im Jahr 1976; 10. März 1976; am 10. März 1976',
    '1977; 1.977',
  ],
  ['fr', { stem: 'En quelle année ?', key: 1789 }, '1789; en 1789; en l’an 1789; 14 juillet 1789', '1798'],
];

describe('numbers typed in the language of their question', () => {
  it.each(answers)('%s: %o', async (language, fields, right, wrong) => {
    for (const typed of right.split('; '))
      expect([typed, await judge(language, fields, typed)]).toEqual([typed, 'right']);
    // What is not right may be asked back.
    for (const typed of wrong.split('; '))
      expect([typed, await judge(language, fields, typed)]).not.toEqual([typed, 'right']);
  });

  it.each([
    ['de', { stem: 'Wie viele Menschen?', key: 83.5, unit: 'Millionen' }, '83 Dings'],
    ['de', { stem: 'Wie lang?', key: 12, unit: 'km' }, '12 Ellen'],
    ['fr', { stem: 'Combien ?', key: 12, unit: 'km' }, '12 lieues'],
    ['ja', { stem: 'いくつ', key: 12, unit: 'km' }, '12里'],
    ['de', { stem: 'Wie viele?', key: 12 }, 'mehr als 12'],
    ['fr', { stem: 'Combien ?', key: 12 }, 'plus de 12'],
  ])('%s asks back what it cannot read: %o %s', async (language, fields, typed) => {
    expect(await judge(language, fields, typed)).toBe('back');
  });
});
