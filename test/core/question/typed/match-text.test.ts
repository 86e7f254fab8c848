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

const heads: Asked = {
  stem: 'How many attention heads of the 96 layers are used per step, and by how many persons?',
  accepted: ['46'],
};
const knowledge: Asked = { stem: 'What do models need?', accepted: ['common sense knowledge'] };
const bidirectional: Asked = { stem: 'What does the B in BERT stand for?', accepted: ['bidirectional'] };
const attention: Asked = {
  stem: 'Which part of the model looks back?',
  accepted: ['attention'],
  others: ['convolution', 'recurrence'],
};
const ernie: Asked = { stem: 'Which model is it?', accepted: ['ERNIE Titan'], others: ['ERNIE'] };

describe('right in other words', () => {
  it.each<readonly [Asked, string, boolean]>([
    [heads, '46 attention heads', true],
    [heads, 'heads: 46', true],
    [heads, 'it is 46', true],
    [heads, '46 persons', true],
    [heads, '46 tokens', false],
    [heads, '46 heads 96', false],
    [heads, '46 per step', false],
    [heads, '46 percent', false],
    [heads, '46 per cent', false],
    [heads, '46 个', false],
    [knowledge, 'knowledge of common sense', true],
    [knowledge, 'knowledge of the common sense', true],
    [knowledge, ' knowledge for common sense ', true],
    [knowledge, 'knowledge about common sense', false],
    [knowledge, 'facts of common sense', false],
    [knowledge, 'not knowledge of common sense', false],
    [knowledge, 'knowledge of common sense, or not', false],
    [bidirectional, 'B stands for bidirectional', true],
    [bidirectional, 'B = bidirectional', true],
    [bidirectional, 'b is short for bidirectional ', true],
    [bidirectional, 'GPT-4 means bidirectional', true],
    [bidirectional, 'B代表bidirectional', true],
    [bidirectional, 'B == bidirectional', false],
    [bidirectional, 'abcdefghijkl means bidirectional', true],
    [bidirectional, 'abcdefghijklm stands for bidirectional', false],
    [bidirectional, 'it is no B, it stands for bidirectional', false],
    [bidirectional, 'B stands for', false],
    [bidirectional, 'B means bidirectional, not big', false],
    [attention, 'attention?', true],
    [attention, '"attention"...', true],
    [attention, '... the attention!!', true],
    [attention, 'attention layer', true],
    [attention, 'layer attention', false],
    [attention, 'perhaps attention', false],
    [attention, 'part; attention', false],
    [attention, 'attention; part', false],
    [attention, 'attention layer or part', false],
    [attention, 'attention; convolution', false],
    [attention, 'attention (a part which looks back)', true],
    [attention, 'attention (it looks back, or not)', false],
    [attention, 'attention (the part)', true],
    [attention, '(the part) attention', true],
    [attention, 'attention (convolution)', false],
    [attention, 'attention (the convolution of the part)', false],
    [attention, 'attention (recurrences)', false],
    [{ ...attention, accepted: ['multi-head attention'] }, 'multi-head (attention)', true],
    [{ ...attention, accepted: ['multi-head attention'] }, '(multi-head) attention', true],
    [{ ...attention, accepted: ['attention', 'focus'] }, 'attention (focus)', true],
    [attention, `${'a '.repeat(39)}attention`, true],
    [attention, `${'a '.repeat(40)}attention`, false],
    [attention, `attention${' '.repeat(111)}`, true],
    [attention, `it is${' '.repeat(106)}attention`, true],
    [attention, `it is${' '.repeat(107)}attention`, false],
    [ernie, 'ERNIE Titan', true],
    [ernie, 'the model ERNIE Titan', true],
    [ernie, 'ERNIE', false],
    [ernie, 'ERNIE, ERNIE Titan', false],
    [ernie, 'ERNIE Titan ERNIE', false],
  ])('%j: %s: %s', (asked, typed, right) => expect(matcherOf(asked).isRight(typed)).toBe(right));
});

describe('in German', () => {
  const german = (accepted: readonly string[], others: readonly string[] = []) =>
    makeTextMatcher({ accepted, others, along: makeAlong(['Was?']), languages: ['de'] });

  it('an article is forgiven unless it makes another word', () => {
    const { isRight, other } = german(['der See'], ['die See']);
    expect(['See', 'das See', 'der See', 'die See'].map(isRight)).toEqual([true, true, true, false]);
    expect(['See', 'die See', 'Meer'].map(other)).toEqual([0, 0, undefined]);
  });

  it('a preposition is told if the rest is right', () => {
    const { preposition } = german(['die Aufmerksamkeit']);
    const far = `in${' '.repeat(120)}Aufmerksamkeit`;
    expect(
      ['in der Aufmerksamkeit', 'zur Aufmerksamkeit', 'in der Schicht', 'Aufmerksamkeit', far].map(
        preposition,
      ),
    ).toEqual(['in der', 'zur', undefined, undefined, undefined]);
  });
});

describe('another answer', () => {
  it.each([
    ['convolution', 0, undefined],
    ['the recurrence', 1, undefined],
    ['convolutoin', undefined, 0],
    ['recurence', undefined, 1],
    ['attention', undefined, undefined],
  ])('%s', (typed, other, typo) => {
    const matcher = matcherOf(attention);
    expect([matcher.other(typed), matcher.otherTypo(typed)]).toEqual([other, typo]);
  });
});

describe('misspelt with what may stand along', () => {
  it.each<readonly [Asked, string, readonly string[] | undefined]>([
    [photosynthesis, 'the process of fotosynthesis', ['fotosynthesis']],
    [photosynthesis, 'fotosynthesis (光合作用)', ['fotosynthesis']],
    [photosynthesis, 'artificial fotosynthesis', undefined],
    [ottoman, 'the Otoman Empire', ['otoman']],
    [attention, 'the atention layer', ['atention']],
    [attention, 'layer atention', undefined],
    [attention, 'perhaps atention', undefined],
    [attention, 'atention; part', undefined],
    [attention, 'the part atention', ['atention']],
    [attention, `it is${' '.repeat(107)}atention`, ['atention']],
    [attention, `it is${' '.repeat(108)}atention`, undefined],
    [knowledge, 'the comon sense knowledge', ['comon']],
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
  const accepted = ['光合作用', '昇腾 910', '昇腾a'];
  const exchanged = (typed: string) => matcherOf({ stem: '植物的什么过程？', accepted }).exchanged(typed);
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
    ['光和作用（photosynthesis）', [[['和', '合']]]],
    ['昇腾b', []],
    ['升腾b', []],
    ['升腾 91O', []],
    [`光和作用${' '.repeat(120)}`, []],
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
