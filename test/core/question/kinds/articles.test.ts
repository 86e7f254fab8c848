import { describe, expect, it } from 'vitest';
import { readBank } from '#core/bank/read-bank.ts';
import { cloze } from '#core/question/kinds/cloze/index.ts';
import { groundOf } from '#core/question/kinds/grounds.ts';
import { judgeAtHand } from '#core/question/kinds/kind.ts';
import { text } from '#core/question/kinds/text/index.ts';
import { articlesOf } from '#core/question/typed/articles.ts';

const item = (language: string, fields: object) => {
  const common = { id: 'some-item', level: 1, rationale: 'So.', sources: [{ title: 'A book' }] };
  const deck = { title: 'T', language, items: [{ ...common, stem: 'X: ?', ...fields }] };
  const { located, diagnostics } = readBank([{ path: 'deck.yaml', text: JSON.stringify(deck) }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [found] = located.items;
  if (found === undefined) throw new Error('not read');
  return found.item;
};

function outcome(language: string, fields: object, typed: string) {
  const read = item(language, { kind: 'text', ...fields });
  if (read.kind !== 'text') throw new Error('another kind');
  return judgeAtHand(text, read, { type: 'typed', texts: [typed] }, language);
}

const verdict = (language: string, fields: object, typed: string) => {
  const found = outcome(language, fields, typed);
  return found.type === 'judged' ? found.verdict : found.reason.why;
};

describe('an article of the language of the deck', () => {
  it.each([
    ['de', 'die Photosynthese', 'Photosynthese'],
    ['de', 'Photosynthese', 'die Photosynthese'],
    ['de', 'Mitochondrium', 'Das Mitochondrium'],
    ['de', 'Mitochondrium', 'ein Mitochondrium'],
    ['de', 'Mitochondrium', 'des Mitochondrium'],
    ['de', 'das Mitochondrium', 'ein Mitochondrium'],
    ['de-AT', 'Mitochondrium', 'dem Mitochondrium'],
    ['de', 'Mitochondrium', 'das Mitochondirum'],
    ['de', 'Äquator', 'der Aequator'],
    ['de', 'der Äquator', 'Aequator'],
    ['fr', "la loi d'Ohm", "loi d'Ohm"],
    ['fr', "loi d'Ohm", 'la loi d’Ohm'],
    ['fr', 'île', "l'île"],
    ['fr', 'l’île', 'ile'],
    ['fr', 'eau', "de l'eau"],
    ['fr', 'farine', 'de la farine'],
    ['fr', 'sel', 'du sel'],
    ['fr', 'les globules rouges', 'globules rouges'],
    ['fr', 'globules rouges', 'des globules rouges'],
    ['es', 'fotosíntesis', 'la fotosintesis'],
    ['es', 'los glóbulos rojos', 'glóbulos rojos'],
    ['es', 'átomo', 'un átomo'],
    ['it', 'acqua', 'l’acqua'],
    ['it', 'lo zolfo', 'zolfo'],
    ['it', 'isola', "un'isola"],
    ['it', 'globuli rossi', 'i globuli rossi'],
  ])('%s: %s takes %s', (language, key, typed) => {
    expect(verdict(language, { key }, typed)).toBe('correct');
  });

  it.each([
    ['en', 'Photosynthese', 'die Photosynthese'],
    ['zh', 'Photosynthese', 'die Photosynthese'],
    ['pt', 'fotossíntese', 'la fotossíntese'],
    ['fr', 'Photosynthese', 'der Photosynthese'],
    ['de', 'Mitochondrium', 'kein Mitochondrium'],
    ['de', 'Mitochondrium', 'das Ribosom'],
    ['de', 'Mitochondrium', 'das'],
    ['de', 'Mitochondrium', 'das oder Mitochondrium'],
    ['fr', 'île', 'lile-mère'],
    ['it', 'acqua', 'la terra'],
  ])('%s: %s does not take %s', (language, key, typed) => {
    expect(verdict(language, { key }, typed)).toBe('wrong');
  });

  it('is that of each text, if a bank is in several languages', () => {
    const both = {
      stem: { en: 'Which process?', de: 'Welcher Prozess?' },
      key: { en: 'osmosis', de: 'Osmose' },
    };
    expect(verdict('en', both, 'die Osmose')).toBe('correct');
    expect(verdict('en', both, 'the osmosis')).toBe('correct');
  });

  it('is no way round an answer that is refused with its reason', () => {
    const reject = [{ text: 'la Corse', why: 'Plus grande.' }];
    for (const typed of ['la Corse', 'Corse', 'une Corse'])
      expect(outcome('fr', { key: 'la Sardaigne', reject }, typed)).toMatchObject({
        verdict: 'wrong',
        remarks: [{ type: 'why', why: 'Plus grande.' }],
      });
  });

  it('tells two nouns apart that are both named', () => {
    const see = { key: 'der See', reject: [{ text: 'die See', why: 'Das ist das Meer.' }] };
    expect(verdict('de', see, 'der See')).toBe('correct');
    expect(verdict('de', see, 'See')).toBe('correct');
    expect(verdict('de', see, 'die See')).toBe('wrong');
    const parts = { key: 'der See und die See', all: ['der See', 'die See'] };
    expect(verdict('de', parts, 'der See, die See')).toBe('correct');
  });

  it('counts if each letter does', () => {
    expect(verdict('de', { key: 'das Haus', exact: true }, 'Haus')).toBe('wrong');
  });

  it('stands along with words of the question', () => {
    const asked = { stem: 'Welches Organell erzeugt Energie?', key: 'Mitochondrium' };
    expect(verdict('de', asked, 'das Organell Mitochondrium')).toBe('correct');
  });

  it('may be missing from a part and from a blank', () => {
    const parts = { key: 'der Kern und die Hülle', all: ['der Kern', 'Hülle'] };
    expect(verdict('de', parts, 'Kern, die Hülle')).toBe('correct');
    const read = item('fr', {
      kind: 'cloze',
      stem: 'Le soleil chauffe {{quoi}}.',
      accept: { quoi: ["l'eau"] },
    });
    if (read.kind !== 'cloze') throw new Error('another kind');
    expect(judgeAtHand(cloze, read, { type: 'typed', texts: ['eau'] }, 'fr')).toMatchObject({
      verdict: 'correct',
    });
  });

  it('is known when it is said why an answer is right', () => {
    expect(groundOf(item('de', { kind: 'text', key: 'Osmose' }), 'die Osmose')).toEqual({
      type: 'accepted',
      text: 'Osmose',
    });
  });
});

describe('a preposition before the answer', () => {
  it.each([
    ['de', 'Mitochondrium', 'Im Mitochondrium', 'Im'],
    ['de', 'das Mitochondrium', 'aus dem Mitochondrium', 'aus dem'],
    ['de', 'Sonne', 'von der Sonne', 'von der'],
    ['de', 'Sonne', 'zur Sonne', 'zur'],
    ['fr', 'le foie', 'dans le foie', 'dans le'],
    ['fr', 'foie', 'au foie', 'au'],
    ['fr', 'eau', "dans l'eau", "dans l'"],
    ['es', 'el hígado', 'en el hígado', 'en el'],
    ['it', 'fegato', 'nel fegato', 'nel'],
    ['it', 'acqua', "nell'acqua", "nell'"],
  ])('%s: %s is asked for once more after %s', (language, key, typed, word) => {
    expect(outcome(language, { key }, typed)).toEqual({
      type: 'refused',
      reason: { why: 'preposition', word },
      insisted: { type: 'judged', verdict: 'wrong', remarks: [] },
    });
  });

  it.each([
    ['de', 'Mitochondrium', 'im Ribosom', 'wrong'],
    ['en', 'Mitochondrium', 'im Mitochondrium', 'wrong'],
    ['de', 'in vitro', 'in vitro', 'correct'],
    ['fr', 'à la carte', 'à la carte', 'correct'],
  ])('%s: %s and %s: %s', (language, key, typed, expected) => {
    expect(verdict(language, { key }, typed)).toBe(expected);
  });
});

it('languages without known articles have none', () => {
  expect(articlesOf([])).toBeUndefined();
  expect(articlesOf(['en', 'zh', 'ja'])).toBeUndefined();
  expect(articlesOf(['de'])?.strip('Derbyshire')).toBeUndefined();
  expect(articlesOf(['de'])?.strip('„die Katze“')).toBe('Katze“');
  expect(articlesOf(['fr'])?.strip('«l’île»')).toBe('île»');
});
