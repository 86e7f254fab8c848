import { describe, expect, it } from 'vitest';
import { countSaidIn } from '#core/check/rules/item/answer-counts.ts';
import { findJoint } from '#core/check/rules/item/joints.ts';

describe('a stem says how many options are correct', () => {
  it.each([
    ['de', 'Welche zwei Gase sind in der Luft am häufigsten?', 2],
    ['de', 'In der Photosynthese, welche drei Stoffe entstehen?', 3],
    ['de', 'Wählen Sie genau zwei Antworten aus.', 2],
    ['de', 'Kreuze die drei richtigen Aussagen an.', 3],
    ['de', 'Kreuze 3 richtige Aussagen an.', 3],
    ['de', 'Drei der folgenden Aussagen treffen zu. Welche?', 3],
    ['fr', 'Quels sont les deux gaz les plus fréquents dans l’air ?', 2],
    ['fr', 'Quelles trois affirmations sont vraies ?', 3],
    ['fr', 'Cochez les deux bonnes réponses.', 2],
    ['fr', 'Deux réponses sont exactes.', 2],
    ['es', '¿Cuáles son los dos gases más frecuentes del aire?', 2],
    ['es', '¿Qué tres países limitan con Bolivia?', 3],
    ['es', 'Elige las dos respuestas correctas.', 2],
    ['es', 'Dos respuestas son correctas.', 2],
    ['ja', '正しいものを2つ選びなさい。', 2],
    ['ja', '次のうち、空気に多い気体を二つ選べ。', 2],
    ['ja', 'どの３つが正しいですか。', 3],
    ['ja', '正解は二つです。どれですか。', 2],
    ['en', 'Which two parts are there?', 2],
    ['zh', '请选出两项。', 2],
  ])('%s: %s', (lang, stem, count) => {
    expect(countSaidIn(stem, lang)?.count).toBe(count);
  });

  it.each([
    ['de', 'Welche Gase sind in zwei Schichten?'],
    ['de', 'Welche zwei bis drei Gase sind es?'],
    ['de', 'Wählen Sie mindestens zwei Antworten aus.'],
    ['de', 'Welche 2,5 Prozent der Luft sind das?'],
    ['de', 'Welcher der zwei Weltkriege war der längere?'],
    ['de', 'Welche der zwei Aussagen treffen zu?'],
    ['fr', 'Quels gaz ont deux atomes ?'],
    ['fr', 'Cochez au moins deux réponses.'],
    ['fr', 'Quels deux tiers des gaz sont là ?'],
    ['es', '¿Qué gases tienen dos átomos?'],
    ['es', 'Elige al menos dos respuestas.'],
    ['ja', '正しいものを2つ以上選びなさい。'],
    ['ja', '2つの気体のうち、正しいものを選びなさい。'],
    ['ja', '12個選ぶ人は誰ですか。'],
    ['pt', 'Quais são os dois gases?'],
  ])('%s, not: %s', (lang, stem) => expect(countSaidIn(stem, lang)).toBeUndefined());
});

describe('a statement makes two claims', () => {
  it.each([
    ['de', 'Die Erde dreht sich um die Sonne, und der Mond dreht sich um die Erde.', 'und'],
    ['de', 'Pflanzen sind grün, weil sie Chlorophyll enthalten.', 'weil'],
    ['de', 'Das Blut ist rot, da es Eisen enthält.', 'da'],
    ['fr', 'La Terre tourne autour du Soleil et la Lune tourne autour de la Terre.', 'et'],
    ['fr', 'Les plantes sont vertes parce qu’elles contiennent de la chlorophylle.', 'parce qu’'],
    ['es', 'La Tierra gira alrededor del Sol y la Luna gira alrededor de la Tierra.', 'y'],
    ['es', 'Las plantas son verdes porque contienen clorofila.', 'porque'],
    ['ja', '地球は太陽の周りを回っており、月は地球の周りを回っている。', 'おり'],
    ['ja', '植物は葉緑素を含んでいるので、緑色に見える。', 'ので'],
    ['en', 'The Earth is round, and the Moon is a satellite of it.', 'and'],
  ])('%s: %s', (lang, stem, joint) => expect(findJoint(stem, lang)).toBe(joint));

  it.each([
    ['de', 'Die Erde und die Sonne sind Himmelskörper.'],
    ['de', 'Das Herz liegt zwischen der Lunge und der Leber.'],
    ['de', 'Wasser besteht aus Wasserstoff und Sauerstoff.'],
    ['de', 'Berlin ist nicht groß, nur weil es Hauptstadt ist.'],
    ['de', 'Zucker entsteht, wenn das Licht und die Wärme da sind.'],
    ['fr', 'La Terre et le Soleil sont des astres.'],
    ['fr', 'Le cœur est entre les poumons et le foie.'],
    ['es', 'La Tierra y el Sol son astros.'],
    ['es', 'El agua contiene hidrógeno y oxígeno.'],
    ['ja', '地球と太陽は天体である。'],
    ['ja', '東京から、大阪まで新幹線で行ける。'],
    ['ja', '日本は島国であり、海に囲まれている。'],
    ['pt', 'A Terra é redonda porque gira.'],
  ])('%s, one: %s', (lang, stem) => expect(findJoint(stem, lang)).toBeUndefined());
});
