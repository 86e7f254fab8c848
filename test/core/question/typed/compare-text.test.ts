import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, readyOf } from '#core/question/typed/compare-text.ts';
import { isAnotherWord } from '#core/question/typed/typo.ts';
import { anyText } from '../../../arbitrary/any-text.ts';
import { tries } from '../../../tries.ts';

describe('forgiven without a word', () => {
  it.each([
    ['Chain of Thought', 'chain-of-thought'],
    ['chainofthought', 'chain-of-thought'],
    ['fine tuning', 'fine-tuning'],
    ['finetuning', 'fine-tuning'],
    ['the Transformer', 'Transformer'],
    ['Transformer', 'a transformer'],
    ['“attention”!', 'attention'],
    ['ＢＥＲＴ', 'bert'],
    ['Gödel', 'godel'],
    ['café', 'cafe'],
    ['Straße', 'STRASSE'],
    ['Koenig', 'König'],
    ['koenig', 'Ko\u0308nig'],
    ['UEBERTRAGUNG', 'Übertragung'],
    ['Bäckerei', 'Baeckerei'],
    ["Zipf's law", 'Zipfs law'],
    ['Zipf’s law', "Zipf's law"],
    ['gpt3', 'GPT-3'],
    ['chatglm2 6b', 'ChatGLM2-6B'],
    ['175,000', '175000'],
    ['non-linear', 'nonlinear'],
    ['思维链', '“思维链”。'],
    ['思维 链', '思维链'],
    ['ｔｏｋｅｎ化', 'token 化'],
    ['Transformer 模型', 'transformer模型'],
    ['.5', '0.5'],
    ['10²³', '10^23'],
    ['Mixtral 8×7B', 'Mixtral 8x7B'],
    ['10 ×', '10x'],
    ['d²', 'd^2'],
    ['d²', 'd2'],
    ['~300 layers', '300 layers'],
    ['ノﾊﾞ', 'ノバ'],
    ['- attention', 'attention'],
    ['－ 注意力', '注意力'],
    ['−inf', '-inf'],
    ['－∞', '-∞'],
    ['–1', '-1'],
    ['byte - pair', 'byte-pair'],
    ['pre- and post-training', 'pre and post training'],
    ['--deck', 'deck'],
    ['إِسْم', 'اسم'],
  ])('%s is %s', (typed, accepted) => expect(compareText(typed, accepted)).toBe('same'));
});

describe('Japanese', () => {
  it.each([
    ['ムラサキシキブ', 'むらさきしきぶ', 'same'],
    ['むらさきしきぶ', 'ムラサキシキブ', 'same'],
    ['紫式部です', '紫式部', 'same'],
    ['紫式部である。', '紫式部', 'same'],
    ['アンモナイトだ', 'アンモナイト', 'same'],
    ['あんもないとです', 'アンモナイト', 'same'],
    ['ﾑﾗｻｷｼｷﾌﾞ', 'むらさきしきぶ', 'same'],
    ['かき', 'がき', 'different'],
    ['くだ', 'く', 'different'],
    ['紫式部ではない', '紫式部', 'different'],
    ['おばさん', 'おばあさん', 'different'],
    ['です', '', 'different'],
  ])('%s and %s: %s', (typed, accepted, likeness) => {
    expect(compareText(typed, accepted)).toBe(likeness);
  });
});

describe('plurals of substances', () => {
  it.each(['Nitrate', 'Nitrat'])('%s', (typed) => {
    expect(readyOf(['Nitrat']).typo(typed)?.words ?? []).toEqual([]);
    expect(compareText(typed, 'Nitrat')).not.toBe('different');
  });
});

describe('forgiven and shown', () => {
  it.each([
    ['trasformer', 'transformer'],
    ['tranfsormer', 'transformer'],
    ['transfromr', 'transformer'],
    ['atention', 'attention'],
    ['tokns', 'tokens'],
    ['ebedding', 'embedding'],
    ['chain of thougth', 'chain of thought'],
    ['chian fo thought', 'chain of thought'],
    ['pretrainning', 'pre-training'],
    ['feed foward', 'feed-forward'],
    ['ChatGTP', 'ChatGPT'],
    ['Robrta', 'RoBERTa'],
    ['llmaa', 'LLaMA'],
    ['unsupervized learning', 'unsupervised learning'],
    ['imference', 'inference'],
    ['inplicit', 'implicit'],
    ['symthesis', 'synthesis'],
    ['unversal', 'universal'],
    ['exmple', 'example'],
    ['175 milion', '175 million'],
    ['175 billions', '175 billion'],
    ['sevn heads', 'seven heads'],
    ['causal masks', 'causal mask'],
    ['keys', 'key'],
    ['gate', 'gates'],
    ['hidden Markov models', 'hidden Markov model'],
    ['RNNs', 'RNN'],
    ['wiat', 'wait'],
    ['bytte', 'byte'],
    ['normalisation', 'normalization'],
    ['behavior', 'behaviour'],
    ['modelling', 'modeling'],
  ])('%s is a typo of %s', (typed, accepted) => expect(compareText(typed, accepted)).toBe('typo'));
});

describe('never forgiven', () => {
  it.each([
    ['eighties', 'eighty'],
    ['bes', 'bis'],
    ['GPT-2', 'GPT-3'],
    ['GPT-3.5', 'GPT-35'],
    ['GPT-35', 'GPT-3.5'],
    ['transformer 11', 'transformer 1'],
    ['7-8', '78'],
    ['-1', '1'],
    ['−1', '1'],
    ['－１', '1'],
    ['–1', '1'],
    ['-inf', 'inf'],
    ['−inf', 'inf'],
    ['－inf', 'inf'],
    ['-∞', '∞'],
    ['(-infinity)', 'infinity'],
    ['log(-x)', 'log(x)'],
    ['from 0 to -inf', 'from 0 to inf'],
    ['-负无穷', '负无穷'],
    ['3,5', '35'],
    ['.5', '5'],
    ['1e-4', '1e4'],
    ['10²³', '1023'],
    ['10²', '10³'],
    ['1990s', '1990'],
    ['top-5s', 'top-5'],
    ['10^3', '10^-3'],
    ['between 1 and 1', 'between -1 and 1'],
    ['million', 'billion'],
    ['175 million', '175 billion'],
    ['175million', '175 billion'],
    ['eighty layers', 'eight layers'],
    ['sixth expert', 'sixty expert'],
    ['megabytes', 'gigabytes'],
    ['petaflops', 'teraflops'],
  ])('another number: %s for %s', (typed, accepted) =>
    expect(compareText(typed, accepted)).toBe('different'),
  );

  it.each([
    ['unsupervised', 'supervised'],
    ['un-supervised', 'supervised'],
    ['not linear', 'linear'],
    ['nonlinear', 'linear'],
    ['without attention', 'with attention'],
    ['no free lunch', 'on free lunch'],
    ['uninformative', 'informative'],
    ['indirect', 'direct'],
    ['disentangled', 'entangled'],
    ['anticausal', 'causal'],
    ['decoder', 'encoder'],
    ['decoder-only', 'encoder-only'],
    ['decoderonly', 'encoder-only'],
    ['post-training', 'pre-training'],
    ['retraining', 'pretraining'],
    ['extrinsic', 'intrinsic'],
    ['macro', 'micro'],
    ['minimization', 'maximization'],
    ['bidirectional', 'unidirectional'],
    ['asymmetric', 'symmetric'],
    ['increasing', 'decreasing'],
    ['ascending', 'descending'],
    ['abductive', 'deductive'],
    ['acausal', 'causal'],
    ['noautoregressive', 'autoregressive'],
    ['neither layer', 'either layer'],
    ['无监督学习', '有监督学习'],
    ['监督学习', '无监督学习'],
    ['非参数记忆', '参数记忆'],
  ])('the opposite: %s for %s', (typed, accepted) => {
    expect(compareText(typed, accepted)).toBe('different');
    expect(compareText(accepted, typed)).toBe('different');
  });

  it.each([
    ['BART', 'BERT'],
    ['LLaVA', 'LLaMA'],
    ['Adam', 'AdamW'],
    ['BERT', 'mBERT'],
    ['top-k sampling', 'top-p sampling'],
    ['topk sampling', 'top-p sampling'],
    ['one-shot', 'few-shot'],
    ['C', 'C++'],
    ['ass', 'as'],
    ['keyss', 'key'],
  ])('another name: %s for %s', (typed, accepted) => expect(compareText(typed, accepted)).toBe('different'));

  it.each([
    ['bret', 'BERT'],
    ['gelu', 'glue'],
    ['valu', 'val'],
    ['tooken', 'tokn'],
    ['attntio', 'attend'],
    ['transfrmrr s', 'transformer'],
    ['思维', '思维链'],
    ['思维连', '思维链'],
    ['token代', 'token化'],
    ['かく', 'がく'],
    ['ハス', 'バス'],
    ['का', 'की'],
  ])('too many typos: %s for %s', (typed, accepted) =>
    expect(compareText(typed, accepted)).toBe('different'),
  );

  it.each([
    ['', ''],
    ['', 'x'],
    [' ', ' '],
    ['???', '???'],
    ['the', ''],
    ['\u200b', '\u200b'],
  ])('emptiness: %j for %j', (typed, accepted) => expect(compareText(typed, accepted)).toBe('different'));
});

describe('a sign that makes another thing', () => {
  it.each([
    ['<s>', '</s>'],
    ['</ s>', '<s>'],
    ['=', '!='],
    ['≠', '='],
    ['n', 'n!'],
    ['(n+1)', '(n+1)!'],
    ["f'(x)", 'f(x)'],
    ['f′(x)', 'f(x)'],
    ['n', '\\n'],
  ])('tells %s from %s', (typed, accepted) => {
    expect(compareText(typed, accepted)).toBe('different');
    expect(compareText(accepted, typed)).toBe('different');
  });

  it.each([
    ['!=', '≠'],
    ["f'(x)", 'f’(x)'],
    ['< / s >', '</s>'],
    ['mask', '[MASK]'],
    ['A/B test', 'AB test'],
    ['Wait!', 'Wait'],
    ['vitamin C!', 'vitamin C'],
    ["'B'", 'B'],
    ['‘B’', 'B'],
    ["Adam's", 'Adams'],
    ['GPT-3!', 'GPT-3'],
    ['对！', '对'],
  ])('takes %s for %s', (typed, accepted) => expect(compareText(typed, accepted)).toBe('same'));
});

describe('misspelt words', () => {
  const words = new Set(['player', 'trains', 'trained', 'injection', 'normalisation']);
  it.each([
    ['plaier', 'player', ['plaier']],
    ['prompt infection', 'prompt injection', ['infection']],
    ['prompt injections', 'prompt injection', []],
    ['normalisation', 'normalization', []],
    ['queries', 'query', []],
    ['matrix', 'matrices', []],
    ['training losses', 'training loss', []],
    ['hypotheses', 'hypothesis', []],
    ['branch', 'branches', []],
    ['feedfoward', 'feed-forward', ['feedfoward']],
  ])('of %s for %s', (typed, accepted, misspelt) => {
    expect(readyOf([accepted]).typo(typed)).toEqual({ place: 0, words: misspelt });
  });

  it.each([
    ['player', 'layer', true],
    ['players', 'layers', true],
    ['plaier', 'layer', false],
    ['trains', 'trained', false],
    ['injection', 'prompt injections', false],
  ])('%s in place of %s is another word: %s', (misspelt, key, expected) => {
    expect(isAnotherWord(misspelt, key, words)).toBe(expected);
  });
});

describe('for any text', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'abcdeinortußéñσς思维链无'),
    minLength: 1,
    maxLength: 10,
  });
  const phrase = fc.array(fc.oneof(letters, fc.nat().map(String)), { minLength: 1, maxLength: 4 });

  it('is itself under other case, width, gaps and marks', () => {
    const random = fc.infiniteStream(fc.nat({ max: 5 }));
    fc.assert(
      fc.property(phrase, random, (words, stream) => {
        const next = () => stream.next().value ?? 0;
        const change = (letter: string) =>
          [letter, letter.toUpperCase(), letter.toLowerCase(), wide(letter), letter.normalize('NFD'), letter][
            next()
          ];
        const changed = words
          .map((word) => [...word].map(change).join(''))
          .reduce((a, b) => a + gap(next()) + b);
        const marked = `${['', '“', '(', ' ', '*', '（'][next()]?.replace('*', '')}${changed}${['', '”', ')', '。', '?', '  '][next()]}`;
        expect(compareText(marked, words.join(' '))).toBe('same');
        expect(compareText(words.join(' '), marked)).toBe('same');
      }),
      { numRuns: tries(2000) },
    );
  });

  it('never throws, and "same" is the same both ways', () => {
    const any = fc.oneof(
      anyText(),
      fc.string({ unit: 'grapheme' }),
      phrase.map((w) => w.join('-')),
    );
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(compareText(a, b) === 'same').toBe(compareText(b, a) === 'same');
        expect(compareText(a, a)).not.toBe('typo');
      }),
      { numRuns: tries(2000) },
    );
  });

  it('allows a typo both ways between texts of one length', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeinortu'), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...'qwz'), (a, at, letter) => {
        const i = at % a.length;
        const b = a.slice(0, i) + letter + a.slice(i + 1);
        expect(compareText(a, b)).toBe('typo');
        expect(compareText(b, a)).toBe('typo');
      }),
    );
  });

  it('never takes one number for another', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), letters, (m, n, word) => {
        fc.pre(m !== n);
        expect(compareText(`${word} ${m}`, `${word} ${n}`)).toBe('different');
        expect(compareText(`${word}${m}`, `${word}-${n}`)).toBe('different');
      }),
    );
  });

  it('finds the first of many texts that one is the same as, or a typo of, as comparing with each does', () => {
    const some = fc.string({
      unit: fc.constantFrom(...'aabbcdeR1-+. ', 'the ', 'learning', 'lerning', '中'),
      maxLength: 6,
    });
    const first = (places: readonly string[], typed: string, likeness: string) => {
      const place = places.findIndex((text) => compareText(typed, text) === likeness);
      return place === -1 ? undefined : place;
    };
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), some, (texts, typed) => {
        const { same, typo } = readyOf(texts);
        expect([same(typed), typo(typed)?.place]).toEqual([
          first(texts, typed, 'same'),
          first(texts, typed, 'typo'),
        ]);
      }),
      { numRuns: tries(3000) },
    );
  });

  it('is quick with a very long text', () => {
    expect(compareText('ab '.repeat(100_000), 'transformer architecture')).toBe('different');
  });
});

function wide(letter: string): string {
  const code = letter.charCodeAt(0);
  return letter.length === 1 && code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : letter;
}

function gap(which: number): string {
  return [' ', '-', ' - ', '　', '_', ' ‐ '][which] ?? ' ';
}
