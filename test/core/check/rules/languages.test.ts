import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { rules } from '#core/check/rules/index.ts';
import { unwordedIn } from '#core/check/unworded.ts';
import { choiceOf, deckText, type Fields } from './bank-text.ts';

const foundIn = (rule: string, language: string, item: Fields) => {
  const text = JSON.stringify({ language, ...JSON.parse(deckText([item])) });
  return checkBank([{ path: 'deck.yaml', text }], {
    today: '2026-06-01',
    wanted: ({ id }) => id === rule,
  }).diagnostics.map(({ message }) => /`([^`]*)`/.exec(message)?.[1] ?? message);
};

const asking = (language: string, stem: string) =>
  ({
    de: choiceOf('q', stem, ['Wasser', 'Luft', 'Feuer', 'Erde']),
    fr: choiceOf('q', stem, ['eau', 'air', 'feu', 'terre']),
    es: choiceOf('q', stem, ['agua', 'aire', 'fuego', 'tierra']),
    ja: choiceOf('q', stem, ['水', '空気', '火', '土']),
    en: choiceOf('q', stem, ['water', 'air', 'fire', 'earth']),
    pt: choiceOf('q', stem, ['água', 'ar', 'fogo', 'terra']),
  })[language] as Fields;

const offering = (key: string, ...wrong: readonly string[]) => choiceOf('q', 'X: ____?', [key, ...wrong]);

describe('an option that stands for all others', () => {
  it.each([
    ['de', 'Alle der genannten'],
    ['de', 'Alle genannten Antworten'],
    ['de', 'Alle oben genannten Aussagen sind richtig.'],
    ['de', 'Alle Antworten sind richtig'],
    ['de', 'Alles davon'],
    ['de', 'Alle obigen'],
    ['de', 'Beide Antworten'],
    ['de', 'Alle sind richtig'],
    ['fr', 'Toutes ces réponses'],
    ['fr', 'Toutes les réponses ci-dessus'],
    ['fr', 'Toutes les réponses sont correctes.'],
    ['fr', 'Tous les éléments mentionnés ci-dessus'],
    ['fr', 'Tout ce qui précède'],
    ['fr', 'Les deux réponses sont bonnes'],
    ['es', 'Todas las anteriores'],
    ['es', 'Todos los anteriores son correctos.'],
    ['es', 'Todo lo anterior'],
    ['es', 'Todas estas respuestas'],
    ['es', 'Todas son correctas'],
    ['es', 'Ambas opciones'],
    ['ja', '上記すべて'],
    ['ja', '上記の全て'],
    ['ja', 'これらすべて'],
    ['ja', 'すべて正しい'],
    ['ja', '選択肢すべて'],
    ['ja', '上記のすべてが正しい。'],
  ])('%s: %s', (language, text) => {
    expect(foundIn('item/all-of-the-above', language, offering(text, 'a1', 'b2', 'c3'))).toEqual([text]);
  });

  it.each([
    ['de', 'Alle Tiere'],
    ['de', 'Alle Zeilen der Tabelle'],
    ['de', 'Alle'],
    ['de', 'Alle 5 Minuten'],
    ['de', 'Beide Seiten des Blattes'],
    ['fr', 'Toutes les cellules'],
    ['fr', 'Tous les jours'],
    ['fr', 'Tout le document'],
    ['es', 'Todas las filas'],
    ['es', 'Todo el documento'],
    ['es', 'Todos los días'],
    ['ja', 'すべてのファイル'],
    ['ja', '全ての行を削除する'],
    ['pt', 'All of the above'],
  ])('but not %s: %s', (language, text) => {
    expect(foundIn('item/all-of-the-above', language, offering(text, 'a1', 'b2', 'c3'))).toEqual([]);
  });
});

describe('an option that stands for none', () => {
  it.each([
    ['de', 'Keine der genannten'],
    ['de', 'Keine der Antworten ist richtig'],
    ['de', 'Nichts davon'],
    ['de', 'Keines der oben genannten'],
    ['de', 'Weder noch'],
    ['fr', 'Aucune de ces réponses'],
    ['fr', 'Aucune des réponses ci-dessus'],
    ['fr', 'Aucun de ceux-ci'],
    ['fr', "Aucune réponse n'est correcte"],
    ['fr', 'Rien de tout cela'],
    ['es', 'Ninguna de las anteriores'],
    ['es', 'Ninguno de estos'],
    ['es', 'Ninguna es correcta.'],
    ['es', 'Nada de lo anterior'],
    ['ja', '上記のいずれでもない'],
    ['ja', 'いずれでもない'],
    ['ja', '該当なし'],
    ['ja', 'どれも正しくない'],
    ['ja', '上記以外'],
  ])('%s: %s', (language, text) => {
    expect(foundIn('item/none-of-the-above', language, offering('a1', text, 'b2', 'c3'))).toEqual([text]);
  });

  it.each([
    ['de', 'Keine Ahnung von Technik'],
    ['de', 'Nichts'],
    ['de', 'Keine'],
    ['fr', 'Aucune'],
    ['fr', 'Aucune erreur'],
    ['es', 'Ninguna'],
    ['es', 'Ningún cambio'],
    ['ja', '何も起こらない'],
    ['ja', '変更なし'],
  ])('but not %s: %s', (language, text) => {
    expect(foundIn('item/none-of-the-above', language, offering('a1', text, 'b2', 'c3'))).toEqual([]);
  });
});

describe('a question for what is not so', () => {
  it.each([
    ['de', 'Welche dieser Aussagen ist nicht richtig?', 'nicht'],
    ['de', 'Welches Element ist KEIN Metall?', 'KEIN'],
    ['de', 'Was gehört nicht zur Ersten Hilfe?', 'nicht'],
    ['de', 'Welche Aussage über Zellen ist falsch?', 'falsch'],
    ['de', 'Alle folgenden Stoffe sind Gase außer:', 'außer'],
    ['de', 'Welcher Fluss fließt am wenigsten durch Städte?', 'wenigsten'],
    ['fr', "Laquelle de ces propositions n'est pas vraie ?", 'pas'],
    ['fr', "Lequel de ces métaux n'est PAS conducteur ?", 'PAS'],
    ['fr', 'Quelle affirmation sur les cellules est fausse ?', 'fausse'],
    ['fr', 'Tous ces corps sont des gaz sauf :', 'sauf'],
    ['es', '¿Cuál de los siguientes no es un metal?', 'no'],
    ['es', '¿Qué afirmación es falsa?', 'falsa'],
    ['es', 'Todos son gases excepto:', 'excepto'],
    ['ja', '次のうち、誤っているものはどれか。', '誤っている'],
    ['ja', '金属ではないものはどれですか。', 'ではない'],
    ['ja', '正しくないのはどれか。', '正しくない'],
    ['ja', '気体以外のものはどれか。', '以外'],
  ])('%s: %s', (language, stem, word) => {
    expect(foundIn('item/negative-stem', language, asking(language, stem))).toEqual([word]);
  });

  it.each([
    ['de', 'Was passiert mit nicht gespeicherten Daten?'],
    ['de', 'Welches Gas ist schwerer als Luft?'],
    ['de', 'Welcher Befehl löscht Ordner, die nicht leer sind?'],
    ['de', 'Warum friert das Meer nicht zu?'],
    ['de', 'Welche Funktion sucht nicht numerische Zeichen?'],
    ['de', 'Was stimmt mit diesem Code nicht?'],
    ['fr', "Qu'est-ce qui ne va pas avec ce code ?"],
    ['es', '¿Qué ataque hace un servicio no disponible?'],
    ['es', '¿Cuál es la diferencia con un método no estático?'],
    ['fr', "Quelle commande supprime un dossier qui n'est pas vide ?"],
    ['fr', 'Que se passe-t-il à chaque pas de temps ?'],
    ['es', '¿Qué comando borra una carpeta que no está vacía?'],
    ['es', '¿Qué ocurre si no hay agua?'],
    ['es', '¿Qué pasa con los datos no guardados?'],
    ['ja', '空でないフォルダーを削除するコマンドはどれか。'],
    ['ja', 'なぜ海は凍らないのか。'],
    ['pt', 'Qual destes não é um metal?'],
  ])('but not %s: %s', (language, stem) => {
    expect(foundIn('item/negative-stem', language, asking(language, stem))).toEqual([]);
  });
});

describe('hedges in the correct answer alone', () => {
  it.each([
    ['de', 'Er ist meistens flüssig', 'meistens'],
    ['de', 'Er könnte flüssig sein', 'könnte'],
    ['de', 'In der Regel flüssig', 'In der Regel'],
    ['fr', 'Il est généralement liquide', 'généralement'],
    ['fr', 'Il pourrait être liquide', 'pourrait'],
    ['fr', 'Souvent liquide', 'Souvent'],
    ['es', 'Normalmente es líquido', 'Normalmente'],
    ['es', 'Podría ser líquido', 'Podría'],
    ['es', 'Suele ser líquido', 'Suele'],
    ['ja', '通常は液体である', '通常'],
    ['ja', '液体かもしれない', 'かもしれない'],
    ['ja', '液体である場合が多い', '場合が多い'],
    ['en', 'It may be liquid', 'may'],
  ])('%s: %s', (language, key, word) => {
    expect(foundIn('item/hedged-key', language, offering(key, 'x1', 'x2', 'x3'))).toEqual([word]);
  });

  it.each([
    ['es', 'Mayúsculas'],
    ['en', 'Mayúsculas'],
    ['en', 'Maître d’hôtel'],
    ['de', 'Am häufigsten flüssig'],
    ['de', 'So oft wie nötig'],
    ['de', 'Häufigkeit'],
    ['fr', 'Le plus souvent possible'],
    ['fr', 'Généralité'],
    ['fr', 'Il peut être liquide'],
    ['es', 'Frecuencia modulada'],
    ['ja', '通常モード'],
    ['ja', '一般公開'],
    ['pt', 'Geralmente may often'],
  ])('but not %s: %s', (language, key) => {
    expect(foundIn('item/hedged-key', language, offering(key, 'x1', 'x2', 'x3'))).toEqual([]);
  });
});

describe('absolute distractors', () => {
  it.each([
    ['de', 'Nie flüssig', 'Immer flüssig', 'Nie'],
    ['fr', 'Toujours liquide', 'Jamais liquide', 'Toujours'],
    ['es', 'Siempre líquido', 'Nunca líquido', 'Siempre'],
    ['ja', '常に液体である', '必ず固体である', '常に'],
  ])('%s: %s', (language, one, other, word) => {
    const item = offering('a1', one, other, 'c3');
    expect(foundIn('item/absolute-distractors', language, item)).toEqual([word]);
  });

  it.each([
    ['de', 'Immer noch flüssig', 'Nicht nur flüssig'],
    ['de', 'Vor allem Wasser', 'Immer mehr Wasser'],
    ['fr', 'Pas toujours liquide', 'Non seulement liquide'],
    ['es', 'No siempre líquido', 'No solo líquido'],
    ['es', 'Siempre que llueve', 'Sobre todo agua'],
    ['ja', '必ずしも液体ではない', '液体だけでなく固体も'],
    ['ja', '絶対パス', '非常に速い'],
  ])('but not %s: %s', (language, one, other) => {
    expect(foundIn('item/absolute-distractors', language, offering('a1', one, other, 'c3'))).toEqual([]);
  });
});

describe('a question for an opinion', () => {
  it.each([
    ['de', 'Was sollte man bei Regen trinken?', 'sollte man'],
    ['de', 'Welche Farbe ist am besten?', 'am besten'],
    ['de', 'Was ist das Wichtigste beim Kochen?', 'Wichtigste'],
    ['fr', 'Quelle est la meilleure couleur ?', 'la meilleure'],
    ['fr', 'Quel est le plus important des métaux ?', 'le plus important'],
    ['es', '¿Cuál es el mejor color?', 'el mejor'],
    ['es', '¿Qué metal es más importante?', 'más importante'],
    ['ja', '最も優れた色はどれか。', '最も優れ'],
    ['ja', '雨の日に飲むべきものはどれか。', 'べき'],
  ])('%s: %s', (language, stem, word) => {
    expect(foundIn('item/opinion', language, asking(language, stem))).toEqual([word]);
  });

  it.each([
    ['de', 'Was beschreibt Wasser am besten?'],
    ['de', 'Wozu dienen Best Practices?'],
    ['de', 'Was sollte man laut Leitlinie trinken?'],
    ['de', 'Welchen Befehl sollten Sie verwenden?'],
    ['fr', 'Quelle est la meilleure définition de l’eau ?'],
    ['fr', 'Selon la norme, quelle est la meilleure couleur ?'],
    ['es', '¿Qué opción es la mejor descripción del agua?'],
    ['es', '¿Cuál es, según el informe, el mejor color?'],
    ['ja', '最も適切な説明はどれか。'],
    ['ja', '論文によると、最も優れた色はどれか。'],
    ['pt', 'Qual é a best practice?'],
  ])('but not %s: %s', (language, stem) => {
    expect(foundIn('item/opinion', language, asking(language, stem))).toEqual([]);
  });
});

describe('words of logic in a stem', () => {
  const stemmed = (language: string, stem: string, key: string) =>
    foundIn('item/hedged-key', language, choiceOf('q', stem, [key, 'x1', 'x2', 'x3']));
  it.each([
    ['de', 'Was ist hier eine mögliche Ursache?', 'Was ist hier die Ursache?', 'Es ist vielleicht kalt'],
    ['fr', 'Quelle est ici la cause possible ?', 'Quelle est ici la cause ?', 'Il fait peut-être froid'],
    ['es', '¿Cuál es la causa posible?', '¿Cuál es la causa?', 'Quizás hace mucho frío'],
    ['ja', '可能性のある原因はどれか。', '原因はどれか。', '寒さが関係しているかもしれない'],
  ])('%s: %s', (language, asked, plain, key) => {
    expect(stemmed(language, plain, key)).toHaveLength(1);
    expect(stemmed(language, asked, key)).toEqual([]);
  });
});

describe('what stands before a comma and only says when or where', () => {
  it.each([
    ['de', 'Wenn es draußen regnet, wächst die Pflanze', 'Die Pflanze wächst draußen, sie blüht im Mai'],
    ['fr', 'Pendant la nuit froide, la plante respire', 'La plante respire bien, elle fleurit en mai'],
    ['es', 'Durante la noche fría, la planta respira', 'La planta respira bien, ella florece mucho'],
    ['ja', '雨が降っているとき、植物は成長する', '植物は雨で成長し、春に花を咲かせる'],
  ])('%s: %s', (language, when, further) => {
    const found = (key: string) =>
      foundIn('item/detail-asymmetry', language, offering(key, 'x1 y2 z3', 'x4 y5 z6', 'x7 y8 z9'));
    expect(found(further)).toHaveLength(1);
    expect(found(when)).toEqual([]);
  });
});

describe('an option that only adds a negation', () => {
  const negated = (language: string, option: string) =>
    foundIn(
      'item/double-negative',
      language,
      choiceOf('q', notStems[language] ?? '', [option, 'x1', 'x2', 'x3']),
    );
  const notStems: Readonly<Record<string, string>> = {
    de: 'Welche Aussage trifft nicht zu?',
    fr: 'Laquelle de ces plantes n’est pas verte ?',
    es: '¿Cuál de estas plantas no es verde?',
    ja: '正しくないものはどれか。',
  };
  it.each([
    ['de', 'Es wächst nicht im Wald', 'Es wächst im Wald, nicht im Meer'],
    ['de', 'Sie blüht niemals im Mai', 'Ein Tier ohne Wirbel'],
    ['fr', 'Elle ne pousse pas là', 'Une plante sans fleur'],
    ['es', 'No crece en el bosque', 'Una planta sin flor'],
    ['ja', '森では育たない', '海ではなく森で育つ'],
  ])('%s: %s, but not %s', (language, negation, addition) => {
    expect(negated(language, negation)).toHaveLength(1);
    expect(negated(language, addition)).toEqual([]);
  });
});

describe('a stem without a subject', () => {
  const bare = 'the stem does not say what the question is about; name its subject';
  it.each([
    ['de', 'Welche der folgenden Aussagen ist richtig?'],
    ['de', 'Was trifft zu?'],
    ['de', 'Kreuzen Sie die richtige Antwort an.'],
    ['fr', 'Laquelle de ces affirmations est vraie ?'],
    ['fr', 'Parmi les propositions suivantes, lesquelles sont correctes ?'],
    ['fr', 'Quelle est la bonne réponse ?'],
    ['es', '¿Cuál de las siguientes afirmaciones es verdadera?'],
    ['es', '¿Cuál es la respuesta correcta?'],
    ['ja', '次のうち正しいものはどれか。'],
    ['ja', '正しい記述はどれですか？'],
    ['ja', '以下の記述のうち、誤っているものを選べ。'],
  ])('%s: %s', (language, stem) => {
    expect(foundIn('item/unfocused-stem', language, asking(language, stem))).toEqual([bare]);
  });

  it.each([
    ['de', 'Welche Aussage über Wasser ist richtig?'],
    ['de', 'Nennen Sie das Element'],
    ['de', 'Das Wasser heißt auch **\\_**.'],
    ['fr', "Laquelle de ces affirmations sur l'eau est vraie ?"],
    ['es', '¿Cuál de estas afirmaciones sobre el agua es verdadera?'],
    ['ja', '水について正しいものはどれか。'],
    ['ja', 'HTTP の略はどれか。'],
    ['ja', '火はどれか。'],
    ['pt', 'A água'],
    ['ko', '다음 중 물은'],
  ])('but not %s: %s', (language, stem) => {
    const item = choiceOf('q', stem, ['w1', 'x2', 'y3', 'z4']);
    expect(foundIn('item/unfocused-stem', language, item)).toEqual([]);
  });
});

describe('words for the present', () => {
  it.each([
    ['de', 'Wer ist derzeit das schnellste Tier?', 'derzeit'],
    ['de', 'Welche ist die neueste Version von Python?', 'neueste Version'],
    ['fr', 'Quel est actuellement le plus haut bâtiment ?', 'actuellement'],
    ['fr', 'Quelle est la dernière version de Python ?', 'dernière version'],
    ['es', '¿Cuál es actualmente el edificio más alto?', 'actualmente'],
    ['es', '¿Qué país es hoy en día el más poblado?', 'hoy en día'],
    ['ja', '現在、世界で最も高い建物は何か。', '現在'],
    ['ja', 'Python の最新バージョンは何か。', undefined],
    ['ja', 'Python の最新のバージョンは何か。', '最新'],
  ])('%s: %s', (language, stem, word) => {
    expect(foundIn('source/stale', language, asking(language, stem))).toEqual(
      word === undefined ? [] : [word],
    );
  });

  it.each([
    ['de', 'Was tut die aktuell markierte Zelle?'],
    ['fr', 'Que fait le document actuellement ouvert ?'],
    ['es', '¿Qué hace la celda actualmente seleccionada?'],
    ['ja', '現在のディレクトリを表示するコマンドはどれか。'],
    ['de', 'Wer war 2020 derzeit das schnellste Tier?'],
  ])('but not %s: %s', (language, stem) => {
    expect(foundIn('source/stale', language, asking(language, stem))).toEqual([]);
  });
});

describe('a question to recall', () => {
  const card = (stem: string, key: string): Fields => ({ id: 'q', kind: 'recall', stem, key });
  it.each([
    ['card/yes-no', 'de', 'Ist Wasser ein Gas?'],
    ['card/yes-no', 'fr', "L'eau est-elle un gaz ?"],
    ['card/yes-no', 'fr', "Est-ce que l'eau bout à 100 °C ?"],
    ['card/yes-no', 'es', '¿Es el agua un gas?'],
    ['card/yes-no', 'ja', '水は気体ですか。'],
    ['card/two-questions', 'de', 'Was ist Wasser, und warum ist es nass?'],
    ['card/two-questions', 'fr', "Qu'est-ce que l'eau et pourquoi mouille-t-elle ?"],
    ['card/two-questions', 'es', '¿Qué es el agua y por qué moja?'],
    ['card/enumeration', 'de', 'Nennen Sie die vier Elemente.'],
    ['card/enumeration', 'fr', 'Citez les quatre éléments.'],
    ['card/enumeration', 'es', 'Nombre los cuatro elementos.'],
    ['card/enumeration', 'ja', '四つの元素をすべて挙げよ。'],
  ])('%s in %s: %s', (rule, language, stem) => {
    expect(foundIn(rule, language, card(stem, 'etwas'))).toHaveLength(1);
  });

  it.each([
    ['card/yes-no', 'de', 'Ist Wasser ein Gas oder eine Flüssigkeit?'],
    ['card/yes-no', 'fr', "Pourquoi l'eau est-elle un liquide ?"],
    ['card/yes-no', 'es', '¿Es el agua un gas o un líquido?'],
    ['card/yes-no', 'ja', '水は何ですか。'],
    ['card/two-questions', 'de', 'Wann und wo wurde Wasser entdeckt?'],
    ['card/two-questions', 'es', '¿Cómo y cuándo se descubrió el agua?'],
    ['card/enumeration', 'de', 'Nennen Sie das vierte Element.'],
    ['card/enumeration', 'fr', 'Citez la capitale de la France.'],
    ['card/yes-no', 'pt', 'Is water a gas?'],
  ])('%s is silent in %s: %s', (rule, language, stem) => {
    expect(foundIn(rule, language, card(stem, 'etwas'))).toEqual([]);
  });
});

describe('a rationale that names an option by its place', () => {
  it.each([
    ['de', 'Antwort B ist richtig, da Wasser nass ist.'],
    ['fr', 'La réponse C est juste car l’eau mouille.'],
    ['es', 'La opción D es correcta porque el agua moja.'],
    ['ja', '選択肢Bが正しい。水はいつも濡れているからである。'],
  ])('%s: %s', (language, rationale) => {
    const item = { ...(asking(language, 'Wasser: ____?') as object), id: 'q', rationale };
    expect(foundIn('item/rationale', language, item)).toHaveLength(1);
  });

  it('but not vitamins', () => {
    const item = {
      ...(asking('de', 'X: ____?') as object),
      id: 'q',
      rationale: 'Vitamin A ist in Karotten.',
    };
    expect(foundIn('item/rationale', 'de', item)).toEqual([]);
  });
});

describe('a rule on wording', () => {
  const languageOf = (text: string, language: string) =>
    text.replace(/^title:/m, `language: ${language}\ntitle:`);
  // Dates are judged in every language.
  const worded = rules.filter(
    ({ id, words, bad }) => words !== undefined && typeof bad === 'string' && id !== 'source/stale',
  );

  it.each(worded.map((rule) => [rule.id, rule] as const))(
    '%s is silent in a language it does not know',
    (_, rule) => {
      const run = (language: string) =>
        checkBank([{ path: 'deck.yaml', text: languageOf(String(rule.bad), language) }], {
          today: '2026-06-01',
          wanted: ({ id }) => id === rule.id,
        }).diagnostics.map(({ rule: id }) => id);
      expect(run('en')).toEqual([rule.id]);
      expect(run('pt')).toEqual([]);
    },
  );

  it('is one of many', () => {
    expect(worded.length).toBeGreaterThan(12);
  });
});

describe('languages that no rule on wording knows', () => {
  const bankOf = (language: string) => {
    const text = JSON.stringify({ language, ...JSON.parse(deckText([asking('pt', 'X: ____?')])) });
    return checkBank([{ path: 'deck.yaml', text }]).all;
  };
  it.each([
    ['pt', ['pt']],
    ['de', undefined],
    ['de-AT', undefined],
    ['zh-Hant', undefined],
    ['ko', ['ko']],
  ])('%s', (language, unknown) => {
    expect(unwordedIn(bankOf(language), rules)?.unknown).toEqual(unknown);
  });

  it('are not named if no such rule ran', () => {
    expect(unwordedIn(bankOf('pt'), [{}])).toBeUndefined();
  });
});

describe('ranges that overlap are found in other languages', () => {
  const ranged = (stem: string, key: string, ...wrong: string[]) => choiceOf('q', stem, [key, ...wrong]);
  it.each([
    ['de', ranged('Wie viele Länder gibt es?', '30-40', '10-20', '35-60', '70-90')],
    ['de', ranged('Wie hoch ist die Temperatur?', '8 bis 11 °C', '2 bis 5 °C', '5 bis 9 °C', '11 bis 15 °C')],
    ['fr', ranged('Combien de pays y a-t-il ?', '30 à 40', '10 à 20', '35 à 60', '70 à 90')],
    ['fr', ranged("Quelle est la proportion d'oxygène ?", '20 à 30 %', '1 à 10 %', '25 à 40 %', '50 à 60 %')],
    ['es', ranged('¿Cuántos países hay?', '30 a 40', '10 a 20', '35 a 60', '70 a 90')],
    ['ja', ranged('国は何か国あるか。', '30から40', '10から20', '35から60', '70から90')],
    ['ja', ranged('人口は何人か。', '30～40', '10～20', '35～60', '70～90')],
  ])('%s', (language, item) => {
    expect(foundIn('item/overlapping-ranges', language, item)).toHaveLength(1);
  });

  it.each([
    ['de', ranged('In welchem Bereich liegen die Werte?', '30-40', '10-20', '35-60', '70-90')],
    ['de', ranged('Wie viele Länder gibt es?', '30 bis 40', '10 bis 20', '41 bis 60', '70 bis 90')],
    ['fr', ranged('Dans quelle plage se trouve la valeur ?', '30 à 40', '10 à 20', '35 à 60', '70 à 90')],
  ])('but not in %s %#', (language, item) => {
    expect(foundIn('item/overlapping-ranges', language, item)).toEqual([]);
  });
});

describe('a second question is found in other languages', () => {
  const recalled = (stem: string) => ({
    id: 'q',
    kind: 'text',
    level: 1,
    tags: ['t'],
    stem,
    key: 'Bern',
    rationale: 'So ist es seit langem.',
    sources: [{ title: 'B' }],
  });
  it.each([
    ['de', 'Wie heißt die Hauptstadt der Schweiz und an welchem Fluss liegt sie?'],
    ['de', 'Wer schrieb das Stück und in welchem Jahr wurde es gespielt?'],
    ['fr', 'Qui a écrit la pièce et en quelle année fut-elle jouée ?'],
    ['es', '¿Quién escribió la obra y en qué año se estrenó?'],
    ['ja', '平安京に都を移した天皇は誰か。また、それはいつか。'],
  ])('%s: %s', (language, stem) => {
    expect(foundIn('card/two-questions', language, recalled(stem))).toHaveLength(1);
  });
  it.each([
    ['de', 'Wer oder was schrieb das Stück Hans und Grete?'],
    ['ja', '誰が都を移したか。'],
  ])('but not %s: %s', (language, stem) => {
    expect(foundIn('card/two-questions', language, recalled(stem))).toEqual([]);
  });
});

describe('an opinion is asked for', () => {
  const stem = (text: string) => ({
    id: 'q',
    kind: 'text',
    level: 1,
    tags: ['t'],
    stem: text,
    key: 'Bern',
    rationale: 'So ist es seit langem.',
    sources: [{ title: 'B' }],
  });
  it.each([
    ['fr', 'Quel est, à mon avis, le plus grand roi de France ?', 'à mon avis'],
    ['fr', 'Selon vous, quel roman est de Hugo ?', 'Selon vous'],
    ['fr', 'Quel est le plus beau roman français ?', 'le plus beau'],
    ['de', 'Welcher Roman ist Ihrer Meinung nach von Goethe?', 'Ihrer Meinung nach'],
    ['de', 'Was ist die schönste Stadt?', 'schönste'],
    ['es', '¿Cuál es, en su opinión, la obra?', 'en su opinión'],
    ['ja', '日本で最も美しい山はどれか。', '最も美し'],
    ['ja', '誰の作品だと思いますか。', 'と思いますか'],
    ['en', 'In your opinion, who wrote it?', 'In your opinion'],
  ])('%s: %s', (language, text, asked) => {
    expect(foundIn('item/opinion', language, stem(text))).toEqual([asked]);
  });
  it.each([
    ['fr', 'Selon la loi, quel est le délai ?'],
    ['fr', 'Quel est le plus grand pays ?'],
    ['de', 'Welche Stadt ist am größten?'],
    ['ja', '最も高い山はどれか。'],
  ])('but not %s: %s', (language, text) => {
    expect(foundIn('item/opinion', language, stem(text))).toEqual([]);
  });
});

describe('a placeholder', () => {
  const rationale = (text: string) => ({
    id: 'q',
    kind: 'text',
    level: 1,
    tags: ['t'],
    stem: 'X?',
    key: 'Bern',
    rationale: text,
    sources: [{ title: 'B' }],
  });
  it.each([
    ['fr', 'À compléter'],
    ['fr', 'À rédiger — en attente de relecture du collègue.'],
    ['de', 'Hier Text einfügen'],
    ['de', 'Begründung folgt'],
    ['ja', 'ここに解説を書く'],
    ['ja', '解説をここに書く。'],
    ['ja', 'あとで書く'],
    ['ja', '（仮）'],
    ['ja', '〇〇'],
    ['en', 'xxxx'],
  ])('%s: %s', (language, text) => {
    expect(foundIn('text/placeholder', language, rationale(text))).toHaveLength(1);
  });
  it.each([
    ['fr', 'À compléter soigneusement, le tableau devient utile aux élèves.'],
    ['ja', 'ここに書かれているように、紫式部が作者である。'],
    ['de', 'Hier folgt auf den Text die Begründung des Autors.'],
  ])('but not %s: %s', (language, text) => {
    expect(foundIn('text/placeholder', language, rationale(text))).toEqual([]);
  });
});
