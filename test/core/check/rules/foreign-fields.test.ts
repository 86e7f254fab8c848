import { describe, expect, it } from 'vitest';
import { choiceOf, deckText, type Fields, foundBy } from './bank-text.ts';

const stems: Readonly<Record<string, string>> = {
  en: 'Which of these gases do the plants take from the air?',
  de: 'Welches dieser Gase nehmen die Pflanzen aus der Luft auf?',
  fr: 'Lequel de ces gaz les plantes prennent-elles dans l’air ?',
  es: '¿Cuál de estos gases toman las plantas del aire?',
  ja: '植物が空気から取り入れる気体はどれですか。',
  zh: '植物从空气中吸收哪种气体？',
};
const rationales: Readonly<Record<string, string>> = {
  en: 'It is split by the light, and the carbon of it becomes the sugar that the plant lives on.',
  de: 'Es wird mit Hilfe des Lichts zerlegt, und aus dem Kohlenstoff entsteht der Zucker, von dem die Pflanze lebt.',
  fr: 'Il est décomposé par la lumière, et son carbone devient le sucre dont vit la plante.',
  es: 'La luz lo descompone, y su carbono se convierte en el azúcar del que vive la planta.',
  it: 'Viene scomposto dalla luce, e il suo carbonio diventa lo zucchero di cui vive la pianta.',
  ja: '光によって分解され、その炭素は植物が生きるための糖になります。',
  zh: '它在光的作用下分解，其中的碳变成植物赖以生存的糖。',
};

/** Further questions without fault, so that one text is one of many. */
const others = (language: string): readonly Fields[] =>
  Array.from({ length: 20 }, (_, i) => ({
    ...choiceOf(`other-${i}`, stems[language], ['CO2', 'N2', 'O2']),
    rationale: rationales[language],
    distractors: ['N2', 'O2'].map((text) => ({ text, why: rationales[language] })),
  }));

function foundIn(language: string, fields: object, beside = others(language)) {
  const [first] = others(language);
  const item: Fields = { ...first, ...fields, id: 'q' };
  const deck = JSON.stringify({ language, ...JSON.parse(deckText([item, ...beside])) });
  return foundBy('text/wrong-language', [deck]).map(({ severity, message, at }) => ({
    severity,
    message,
    text: deck.slice(at.start, at.start + 12),
  }));
}

describe('text/wrong-language finds a single', () => {
  it.each(
    Object.keys(stems).flatMap((language) =>
      Object.keys(rationales).flatMap((other) => (other === language ? [] : [[language, other] as const])),
    ),
  )('rationale, in a deck in %s: %s', (language, other) => {
    const found = foundIn(language, { rationale: rationales[other] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: `this text reads like \`${other}\`, not like \`${language}\`; translate it`,
      text: `"${rationales[other]?.slice(0, 11)}`,
    });
  });

  it.each([
    ['de', 'en'],
    ['en', 'zh'],
    ['zh', 'fr'],
    ['ja', 'en'],
  ])('stem, in a deck in %s: %s', (language, other) => {
    expect(foundIn(language, { stem: stems[other] })).toHaveLength(1);
  });

  it('why of a distractor, and a hint', () => {
    const distractors = [
      { text: 'N2', why: rationales.en },
      { text: 'O2', why: rationales.de },
    ];
    expect(foundIn('de', { distractors })).toHaveLength(1);
    expect(
      foundIn('zh', { hint: 'It is one of those that the animals breathe out all the time.' }),
    ).toHaveLength(1);
  });

  it('set of options', () => {
    const options = {
      key: 'Es wird von der Pflanze mit dem Wasser in den Zucker gebaut',
      distractors: [
        'Es wird nicht in die Pflanze gelassen',
        'Es ist in dem Wasser und wird mit ihm bewegt',
      ].map((text) => ({ text, why: rationales.en })),
    };
    expect(foundIn('en', options)).toMatchObject([
      { message: expect.stringMatching(/^the options read like `de`/) },
    ]);
    const asked = { ...options, stem: 'Which of these German sentences has the verb in the right place?' };
    expect(foundIn('en', asked)).toEqual([]);
  });

  it('text under the name of another language', () => {
    const rationale = { en: rationales.en, de: rationales.en };
    const stem = { en: stems.en, de: stems.de };
    expect(foundIn('en', { stem, rationale })).toMatchObject([{ text: `"${rationales.en?.slice(0, 11)}` }]);
  });
});

describe('text/wrong-language leaves', () => {
  it.each([
    ['de', '`the value of the list is what it was before the call of it`'],
    ['de', '„Four score and seven years ago our fathers brought forth on this continent a new nation“'],
    ['de', '«I have a dream that one day this nation will rise up and live out the true meaning of it»'],
    ['zh', '“I have a dream that one day this nation will rise up and live out the true meaning of it”'],
    ['zh', 'BERT, GPT-2, T5, RoBERTa, XLNet, ELECTRA, DeBERTa, ALBERT, BART'],
    ['ja', 'Attention Is All You Need, NeurIPS 2017, Vaswani et al.'],
    ['en', 'Los Angeles, San Francisco, Santa Fe, El Paso, Las Vegas, La Jolla, Los Alamos, San Diego'],
    ['en', 'Homo sapiens, Pan troglodytes, Canis lupus, Felis catus, Mus musculus, Rattus rattus'],
    ['en', 'x = a + b, y = c + d, z = e + f, o = u + v, s = w + i'],
    ['de', 'https://example.org/the-history-of-the-world-and-what-it-is-for-you-and-me'],
    ['pt', 'E = mc², 3 · 10⁸ m/s'],
    ['eo', 'It is split by the light, and the carbon of it becomes the sugar that the plant lives on.'],
    ['de', 'Vergleiche „la petite mort“ und den Titel À la recherche du temps perdu.'],
  ])('%s: %s', (language, rationale) => {
    expect(foundIn(language, { rationale }, [])).toEqual([]);
  });

  it('the texts that a deck on a language asks about', () => {
    const items = Array.from({ length: 8 }, (_, i) => ({
      ...choiceOf(`q-${i}`, i % 2 === 0 ? stems.fr : stems.en, ['yes', 'no', 'maybe']),
      rationale: rationales.en,
    }));
    expect(foundBy('text/wrong-language', [deckText(items)])).toEqual([]);
  });

  it('texts of a deck that is found as a whole', () => {
    const items = others('de');
    expect(foundBy('text/wrong-language', [deckText(items)])).toHaveLength(1);
  });
});
