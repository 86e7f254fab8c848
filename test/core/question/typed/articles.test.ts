import { describe, expect, it } from 'vitest';
import { articlesOf } from '#core/question/typed/articles.ts';

describe('an article before a noun', () => {
  it.each([
    ['de', 'die Aufmerksamkeit', 'Aufmerksamkeit'],
    ['de', '„Eine Schicht“', 'Schicht“'],
    ['de-AT', 'DEM Decoder', 'Decoder'],
    ['fr', 'la couche', 'couche'],
    ['fr', 'une couche', 'couche'],
    ['fr', 'de la mémoire', 'mémoire'],
    ['fr', "l'attention", 'attention'],
    ['fr', 'l’ attention', 'attention'],
    ['fr', "de l'attention", 'attention'],
    ['es', 'las capas', 'capas'],
    ['es', 'unos pesos', 'pesos'],
    ['it', 'gli strati', 'strati'],
    ['it', "un'uscita", 'uscita'],
  ])('in %s: %s', (lang, text, noun) => expect(articlesOf([lang])?.strip(text)).toBe(noun));

  it.each([
    ['de', 'Aufmerksamkeit'],
    ['de', 'die'],
    ['de', 'die …'],
    ['de', 'dieser Decoder'],
    ['de', 'la couche'],
    ['fr', 'lattention'],
    ['fr', "d'attention"],
    ['es', 'la'],
    ['it', "l'"],
  ])('in %s none: %s', (lang, text) => expect(articlesOf([lang])?.strip(text)).toBeUndefined());

  it('is known in few languages, in each of several, and often is one', () => {
    expect(articlesOf(['en', 'zh', 'constructor'])).toBeUndefined();
    expect(articlesOf([])).toBeUndefined();
    expect(articlesOf(['de', 'fr'])).toBe(articlesOf(['de', 'fr']));
    expect(['die Schicht', 'la couche'].map((text) => articlesOf(['en', 'de', 'fr'])?.strip(text))).toEqual([
      'Schicht',
      'couche',
    ]);
    expect(['de', 'fr', 'es', 'it'].map((lang) => articlesOf([lang])?.usual)).toEqual([
      'die',
      'la',
      'la',
      'la',
    ]);
  });

  it.each([
    ['de', ['der', 'Den', 'eines'], ['im', 'dera', 'oder', '']],
    ['fr', ['le', 'les', 'du'], ['au', "l'", 'lesquels']],
    ['es', ['el', 'las', 'unas'], ['al', 'ellos']],
    ['it', ['lo', 'gli', 'una'], ['nello', 'uno di']],
  ])('in %s is any of %j and none of %j', (lang, yes, no) => {
    const isArticle = articlesOf([lang])?.isArticle ?? (() => undefined);
    expect([yes.map(isArticle), no.map(isArticle)]).toEqual([yes.map(() => true), no.map(() => false)]);
  });
});

describe('a preposition before a noun', () => {
  it.each([
    ['de', 'in der Schicht', 'in der', 'Schicht'],
    ['de', 'im Decoder', 'im', 'Decoder'],
    ['de', 'Über Schichten', 'Über', 'Schichten'],
    ['fr', 'dans la couche', 'dans la', 'couche'],
    ['fr', "dans l'encodeur", "dans l'", 'encodeur'],
    ['fr', 'aux couches', 'aux', 'couches'],
    ['es', 'por los pesos', 'por los', 'pesos'],
    ['es', 'del modelo', 'del', 'modelo'],
    ['it', 'nella rete', 'nella', 'rete'],
    ['it', "dell'uscita", "dell'", 'uscita'],
    ['it', 'con gli strati', 'con gli', 'strati'],
  ])('in %s: %s', (lang, text, before, rest) =>
    expect(articlesOf([lang])?.splitPreposition(text)).toEqual({ before, rest }),
  );

  it.each([
    ['de', 'Decoder'],
    ['de', 'im'],
    ['de', 'immer Decoder'],
    ['fr', 'la couche'],
    ['es', 'model del'],
  ])('in %s none: %s', (lang, text) => expect(articlesOf([lang])?.splitPreposition(text)).toBeUndefined());
});
