import { describe, expect, it } from 'vitest';
import { makeAlong } from '#core/question/typed/along.ts';
import { makeTextMatcher } from '#core/question/typed/match-text.ts';
import { simplify } from '#core/question/typed/scripts.ts';
import { isAlikeInSound } from '#core/question/typed/sounds.ts';

interface Asked {
  readonly stem: string | readonly string[];
  readonly accepted: readonly string[];
  readonly others?: readonly string[];
}

const matcherOf = ({ stem, accepted, others = [] }: Asked) =>
  makeTextMatcher({ accepted, others, along: makeAlong([stem].flat()) });

const photosynthesis: Asked = {
  stem: [
    'By which process do plants turn light into chemical energy?',
    '植物通过哪种过程把光能转化为化学能？',
  ],
  accepted: ['photosynthesis', '光合作用'],
  others: ['respiration', '呼吸作用'],
};
const ottoman: Asked = {
  stem: 'Which empire did Osman found, whose capital later was Istanbul rather than Ankara?',
  accepted: ['Ottoman Empire', 'Ottoman'],
  others: ['Ankara'],
};
const laser: Asked = {
  stem: 'What does the first letter of the name laser stand for?',
  accepted: ['light', '光'],
};
const unesco: Asked = {
  stem: 'Which body of the United Nations lists world heritage?',
  accepted: ['UNESCO', 'United Nations Educational, Scientific and Cultural Organization'],
  others: ['UNICEF'],
};
const dna: Asked = {
  stem: 'What carries genes?',
  accepted: ['deoxyribonucleic acid'],
  others: ['ribonucleic acid'],
};
const titan: Asked = {
  stem: 'Which rocket of the Titan family, built by Martin Marietta, launched Cassini?',
  accepted: ['Titan IV', 'Titan 4'],
  others: ['Titan', 'Titan III'],
};

describe('right with what may stand along', () => {
  it.each<readonly [Asked, string]>([
    [photosynthesis, 'the process of photosynthesis'],
    [photosynthesis, 'plant photosynthesis'],
    [photosynthesis, 'photosynthesis process'],
    [photosynthesis, 'it is called photosynthesis'],
    [photosynthesis, 'photosynthesis (光合作用)'],
    [photosynthesis, '植物的光合作用'],
    [photosynthesis, '光合作用过程'],
    [photosynthesis, '通过光合作用'],
    [photosynthesis, '光合作用（photosynthesis）'],
    [ottoman, 'the Ottoman Empire (founded by Osman)'],
    [ottoman, "Osman's Ottoman Empire"],
    [ottoman, 'empire of the Ottoman'],
    [laser, 'L stands for light'],
    [laser, 'the word light'],
    [laser, 'L 代表光'],
    [unesco, 'UNESCO (United Nations Educational, Scientific and Cultural Organization)'],
    [unesco, 'United Nations body UNESCO'],
    [dna, 'deoxyribonucleic acid (DNA)'],
    [titan, 'Titan IV (401B)'],
    [titan, "Martin Marietta's Titan IV"],
    [titan, 'Titan 4 rocket'],
  ])('%j: %s', (asked, typed) => expect(matcherOf(asked).isRight(typed)).toBe(true));
});

describe('not right: what stands along could be another answer', () => {
  it.each<readonly [Asked, string]>([
    [photosynthesis, 'photosynthesis or respiration'],
    [photosynthesis, 'photosynthesis, respiration'],
    [photosynthesis, 'not photosynthesis'],
    [photosynthesis, 'respiration (photosynthesis)'],
    [photosynthesis, 'artificial photosynthesis'],
    [photosynthesis, '光合作用或呼吸作用'],
    [photosynthesis, '非光合作用'],
    [ottoman, 'Ankara Ottoman'],
    [ottoman, 'Ottoman Empire (not Ankara)'],
    [ottoman, 'Istanbul, Ottoman'],
    [laser, 'first letter'],
    [unesco, 'UNICEF UNESCO'],
    [unesco, 'UNESCO (UNICEF)'],
    [dna, 'ribonucleic acid (DNA)'],
    [titan, 'Titan'],
    [titan, 'Titan III'],
    [titan, 'Titan IV Titan III'],
    [titan, 'Martin Marietta'],
    [titan, 'rocket'],
    [photosynthesis, `${'the '.repeat(60)}photosynthesis`],
  ])('%j: %s', (asked, typed) => expect(matcherOf(asked).isRight(typed)).toBe(false));

  it('nor does a number take the words of its stem along', () => {
    const { isRight } = matcherOf({ stem: 'It has 5 billion, or 175 tokens.', accepted: ['175'] });
    expect(['175', '175 billion', '175 tokens'].map(isRight)).toEqual([true, false, false]);
  });

  it('nor does a word that is nearly one of the answer', () => {
    const { isRight } = matcherOf({ stem: 'Which mask is it?', accepted: ['causal', 'causal mask'] });
    expect(['causal mask', 'causal masks', 'causal step', 'causal task'].map(isRight)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('misspelt with what may stand along', () => {
  it.each<readonly [Asked, string, readonly string[] | undefined]>([
    [photosynthesis, 'the process of fotosynthesis', ['fotosynthesis']],
    [photosynthesis, 'fotosynthesis (光合作用)', ['fotosynthesis']],
    [photosynthesis, 'artificial fotosynthesis', undefined],
    [ottoman, 'the Otoman Empire', ['otoman']],
  ])('%j: %s', (asked, typed, words) => expect(matcherOf(asked).typo(typed)?.words).toEqual(words));
});

describe('a word that the question or another answer has is no typo', () => {
  it.each([
    ['Which anion is formed when nitrite is oxidised?', 'nitrate', [], 'nitrite', false],
    ['Zu welchem Ion wird Nitrit oxidiert?', 'Nitrat', [], 'Nitrit', false],
    ['Zu welchem Ion wird Ammonium oxidiert?', 'Nitrat', ['Nitrit'], 'Nitrit', false],
    ['Zu welchem Ion wird es oxidiert?', 'Nitrat', ['Salz Nitrit'], 'Nitrit', false],
    ['Zu welchem Ion wird es oxidiert?', 'Nitrat', [], 'Nitrrat', true],
    ['Quelle roche se forme ?', 'granite', ['gravite'], 'grannite', true],
  ])('%s %s, %j: %s', (stem, key, others, typed, is) => {
    expect(matcherOf({ stem, accepted: [key], others }).typo(typed) !== undefined).toBe(is);
  });
});

describe('characters exchanged', () => {
  const { exchanged } = makeTextMatcher({
    accepted: ['光合作用', '昇腾 910'],
    others: [],
    along: makeAlong(['植物的什么过程？']),
  });
  it.each<readonly [string, readonly (readonly (readonly [string, string])[])[]]>([
    ['光和作用', [[['和', '合']]]],
    ['升腾910', [[['升', '昇']]]],
    [
      '光和做用',
      [
        [
          ['和', '合'],
          ['做', '作'],
        ],
      ],
    ],
    ['植物的光合做用', [[['做', '作']]]],
    ['光合作用', []],
    ['光合', []],
    ['话和做用', []],
    ['昇腾 911', []],
  ])('in %s', (typed, pairs) => expect(exchanged(typed)).toEqual(pairs));

  it.each([
    ['和', '合', true],
    ['升', '昇', true],
    ['换', '幻', true],
    ['长', '常', true],
    ['编', '解', false],
    ['a', '解', false],
  ])('%s sounds like %s: %s', (one, other, expected) => expect(isAlikeInSound(one, other)).toBe(expected));
});

describe('other scripts and regions', () => {
  it.each([
    ['光合作用', '光合作用'],
    ['幻覺', '幻觉'],
    ['位元組', '字节'],
    ['記憶體頻寬', '内存带宽'],
    ['資料集', '数据集'],
    ['監督式微調', '监督微调'],
    ['程式碼', '代码'],
    ['程式', '程序'],
    ['乾坤', '乾坤'],
    ['乾淨', '干净'],
    ['顯著', '显着'],
    ['頭髮', '头发'],
  ])('%s is %s', (typed, accepted) => expect(simplify(typed)).toBe(simplify(accepted)));

  it.each([
    ['程序', '进程'],
    ['信息', '消息'],
    ['数据', '参数'],
    ['编码器', '解码器'],
  ])('%s stays apart from %s', (one, other) => expect(simplify(one)).not.toBe(simplify(other)));
});
