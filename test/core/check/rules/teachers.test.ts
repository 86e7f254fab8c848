import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { recogniseOther } from '#core/check/language/recognise.ts';
import { foundIn, placesIn } from './asked-item.ts';

const several = (fields: Readonly<Record<string, unknown>>, language = 'en') => {
  const item = {
    id: 'q',
    kind: 'text',
    level: 1,
    stem: 'Which sea is it?',
    rationale: 'It has been measured by several people, again and again.',
    sources: [{ title: 'A book' }],
    ...fields,
  };
  return checkBank([{ path: 'd.yaml', text: JSON.stringify({ title: 'T', language, items: [item] }) }], {
    wanted: ({ id }) => id === 'item/several-answers',
  }).diagnostics;
};

describe('several answers in one', () => {
  it.each([
    ['en', 'Bering Strait / Bering Sea'],
    ['en', 'Bering Strait or Bering Sea'],
    ['en', 'Bering; Behring'],
    ['en', 'Bering/Behring'],
    ['en', 'Bering, Behring'],
    ['en', 'Bering | Cook'],
    ['en', 'colour/color'],
    ['de', 'Beringmeer oder Beringstraße'],
    ['de', 'Ostsee bzw. Nordsee'],
    ['fr', 'mer du Nord ou Manche'],
    ['es', 'mar del Norte o mar Báltico'],
    ['pt', 'mar do Norte ou mar Báltico'],
    ['it', 'mare del Nord o Baltico'],
    ['pl', 'Bałtyk lub Morze Północne'],
    ['ru', 'Балтика или Азов'],
    ['zh', '白令海或白令海峡'],
    ['zh', '白令；白令海峡'],
    ['zh', '白令，白令海峡'],
    ['zh', '白令/白令海峡'],
    ['ja', 'ベーリング海または北海'],
    ['ko', '베링해 또는 북해'],
  ])('%s: %s', (language, key) => {
    expect(several({ key }, language)).toHaveLength(1);
    expect(several({ key: 'X', accept: [key] }, language)).toHaveLength(1);
    expect(
      several({ kind: 'cloze', stem: 'It is the {{sea}}.', accept: { sea: [key] } }, language),
    ).toHaveLength(1);
  });

  it.each([
    ['en', 'TCP/IP'],
    ['en', 'and/or'],
    ['en', 'km/h'],
    ['en', 'I/O'],
    ['en', 'input/output'],
    ['en', 'true or false'],
    ['en', 'trick or treat'],
    ['en', 'either one or both'],
    ['en', 'a || b'],
    ['en', 'x = 1; y = 2'],
    ['en', 'London, England'],
    ['en', 'Bering Strait'],
    ['en', "too long; didn't read"],
    ['en', 'https://a.org / b'],
    ['en', '2001/02'],
    ['en', 'Oregon'],
    ['de', 'Odermündung'],
    ['zh', '或然率'],
    ['zh', '输入/输出'],
    ['es', 'oro y plata'],
  ])('but not %s: %s', (language, key) => {
    expect(several({ key }, language)).toEqual([]);
  });

  it('is fine if each is accepted by itself', () => {
    expect(several({ key: 'Bering / Behring', accept: ['Bering', 'Behring'] })).toEqual([]);
  });

  it('tells that a full-width comma in a list separates nothing', () => {
    const text = `title: T\nitems:\n  - id: q\n    kind: text\n    level: 1\n    stem: 哪个海峡？\n    key: 白令海\n    accept: [白令，白令海峡]\n    rationale: 它在亚洲和美洲之间，由此得名，众所周知。\n    sources: [{ title: A }]\n`;
    const [finding] = checkBank([{ path: 'd.yaml', text }], {
      wanted: ({ id }) => id === 'item/several-answers',
    }).diagnostics;
    expect(finding?.message).toBe(
      '`白令，白令海峡` is one entry, since `，` separates nothing here; write a comma and a space between `白令` and `白令海峡`',
    );
  });
});

const recall = { kind: 'recall', key: 'Because of the cold.' };

describe('a placeholder', () => {
  it.each([
    'TODO write the rationale',
    'TODO',
    'FIXME: explain this properly',
    'TBD',
    'xxx xxx xxx xxx xxx xxx',
    'xxxxxxxxxxxxxxxxxxxx',
    'Lorem ipsum dolor sit amet, consectetur',
    'rationale here',
    'Your explanation goes here.',
    'Write the rationale here',
    'To be written.',
    'n/a',
    '...',
    '待补充',
    '（待补充）',
    '同上',
    'Begründung einfügen',
    'à compléter',
    'por completar',
    '未記入',
  ])('%s', (rationale) => {
    expect(placesIn('text/placeholder', { ...recall, rationale })).toEqual([rationale]);
  });

  it.each([
    'A TODO in the code marks what is to be done.',
    'The XXX certificate is issued by a notary.',
    'It is here that the river ends.',
    'None of the pairs is joined twice by it.',
    'What is to be done is written down first, then done.',
    '待机状态下耗电更少，因此电池更耐用。',
  ])('but not %s', (rationale) => {
    expect(placesIn('text/placeholder', { ...recall, rationale })).toEqual([]);
  });

  it('is no answer that reads like one', () => {
    const fields = {
      kind: 'text',
      stem: 'Which word marks unfinished code?',
      key: 'TODO',
      accept: ['FIXME', 'None'],
    };
    expect(placesIn('text/placeholder', fields)).toEqual([]);
  });
});

describe('remains of a conversation', () => {
  it.each([
    'Here are five questions about seas: which is it?',
    'Sure, here is a question: which is it?',
    'As an AI language model, I cannot tell which it is.',
    'As of my last update, which is it?',
    'Which is it? I hope this helps!',
    '好的，以下是五道题：哪个海峡最深？',
    '作为一个AI语言模型，我不能回答。',
    'Hier sind fünf Fragen: welches Meer ist es?',
    'Gerne! Hier ist eine Frage: welches Meer?',
    'Voici cinq questions : laquelle est-ce ?',
    'Aquí tienes cinco preguntas: ¿cuál es?',
    'はい、以下が問題です。どれですか。',
  ])('%s', (stem) => {
    expect(foundIn('text/left-over', { ...recall, stem })).toHaveLength(1);
  });

  it.each([
    'Here is a river. Which one is it?',
    'Who said “As an AI language model, I cannot tell”?',
    'Is it true, as an AI researcher wrote, that it is deep?',
    'As an actor, I can choose a role. Which?',
    '以下是哪条河流的特点？',
    'Hier ist das Meer tief. Welches?',
    'Sure signs of rain are which?',
  ])('but not %s', (stem) => {
    expect(foundIn('text/left-over', { ...recall, stem })).toEqual([]);
  });
});

describe('HTML', () => {
  it.each([
    ['the <b>deep</b> sea is which?', '**'],
    ['the sea<br>is which?', 'new line'],
    ['H<sub>2</sub>O is what?', 'character itself'],
    ['salt&nbsp;water is what?', 'a space'],
    ['salt &amp; water are what?', '`&`'],
    ['see <img src="sea.png"> and say which?', 'picture'],
    ['caf&eacute; is what?', 'character itself'],
    ['<p>Which sea is it?</p>', 'remove'],
  ])('%s', (stem, advice) => {
    const found = foundIn('text/html', { ...recall, stem });
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(advice);
  });

  it.each([
    'Which HTML tag makes <b>this</b> bold?',
    'What does `<b>bold</b>` show?',
    'Is a < b and b > c so?',
    'What is List<String> in Java?',
    'Which mask is <s> or <pad>?',
    'R&D; what is it?',
    'Which element of the DOM is <p>text</p>?',
  ])('but not %s', (stem) => {
    expect(foundIn('text/html', { ...recall, stem })).toEqual([]);
  });
});

describe('an explanation that explains nothing', () => {
  const choice = (why: readonly string[], more = {}) => ({
    kind: 'choice',
    key: 'red',
    distractors: why.map((reason, i) => ({ text: `colour ${i}`, why: reason })),
    ...more,
  });
  it.each([
    ['item/same-why', choice(['It is wrong.', 'It is wrong.', 'It is wrong.']), 1],
    ['item/same-why', choice(['It is wrong.', 'It is wrong.', 'It is green.']), 0],
    ['item/same-why', choice(['It is wrong.']), 0],
    [
      'item/rationale',
      choice(['A', 'B'], {
        rationale: 'Which is it of these colours?',
        stem: 'Which is it of these colours?',
      }),
      1,
    ],
    ['item/rationale', choice(['A', 'B'], { rationale: 'It is red, of all of these colours.' }), 0],
  ] as const)('%s in %j', (rule, fields, findings) => {
    expect(foundIn(rule, fields)).toHaveLength(findings);
  });

  const bank = (count: number, more: (i: number) => object = () => ({})) => {
    const items = Array.from({ length: count }, (_, i) => ({
      id: `q-${i}`,
      ...recall,
      level: 1,
      stem: `Which is number ${i}?`,
      rationale: 'This is correct because the book says so.',
      sources: [{ title: 'A book' }],
      ...more(i),
    }));
    return checkBank([{ path: 'd.yaml', text: JSON.stringify({ title: 'T', items }) }], {
      wanted: ({ id }) => id === 'bank/same-rationale',
    }).diagnostics;
  };
  it('is the same in many questions', () => {
    expect(bank(5)).toHaveLength(1);
    expect(bank(300)[0]?.message).toContain('300 questions');
    expect(bank(4)).toEqual([]);
    expect(bank(9, () => ({ fact: 'one' }))).toEqual([]);
    expect(bank(9, (i) => ({ rationale: `This is correct because of reason ${i}.` }))).toEqual([]);
  });
});

const prose = {
  en: 'The strait is named after the explorer who sailed through it, and it is not as deep as one would think. It was used by the ships that came from the north, which are now on the way to the sea that has no ice in the summer. How deep is it at the place where the two continents are nearest to each other?',
  de: 'Die Straße ist nach dem Entdecker benannt, der sie durchfahren hat, und sie ist nicht so tief, wie man denkt. Sie wurde von den Schiffen genutzt, die aus dem Norden kamen und auf dem Weg in das Meer sind, das im Sommer kein Eis hat. Wie tief ist sie an der Stelle, an der sich die beiden Kontinente am nächsten sind?',
  fr: "Le détroit porte le nom de l'explorateur qui l'a traversé, et il n'est pas aussi profond que l'on pense. Il a été utilisé par les navires qui venaient du nord et qui sont en route pour la mer qui n'a pas de glace en été. Quelle est sa profondeur au point où les deux continents sont le plus proches ?",
  es: 'El estrecho lleva el nombre del explorador que lo cruzó y no es tan profundo como se piensa. Fue usado por los barcos que venían del norte y que están en camino hacia el mar que no tiene hielo en el verano. ¿Qué profundidad tiene en el lugar en el que los dos continentes están más cerca el uno del otro?',
  pt: 'O estreito tem o nome do explorador que o atravessou e não é tão fundo como se pensa. Foi usado pelos navios que vinham do norte e que estão a caminho do mar que não tem gelo no verão. Qual é a sua profundidade no lugar em que os dois continentes estão mais perto um do outro?',
  it: "Lo stretto porta il nome dell'esploratore che lo attraversò e non è profondo come si pensa. È stato usato dalle navi che venivano dal nord e che sono in viaggio verso il mare che non ha ghiaccio nella stagione calda. Qual è la sua profondità nel punto in cui i due continenti sono più vicini?",
  sv: 'Sundet har fått sitt namn efter upptäckaren som seglade genom det, och det är inte så djupt som man tror. Det användes av fartyg som kom från norr och som är på väg till det hav som inte har is på sommaren. Hur djupt är det vid den plats där de två kontinenterna är närmast varandra?',
  ja: 'この海峡は、そこを通った探検家にちなんで名付けられた。思われているほど深くはない。北から来た船が使い、夏に氷のない海へ向かう。二つの大陸が最も近い場所での深さはどれくらいか。この海峡は冬には凍ることがある。',
  zh: '这个海峡以穿过它的探险家命名，并不像人们想象的那么深。从北方来的船只使用它，前往夏天没有冰的海域。在两个大陆最接近的地方，它有多深？冬天这个海峡会结冰，船只不能通过，人们只能等到春天再次出发，这一点从古到今都没有改变。',
  ru: 'Пролив назван в честь исследователя, который прошёл через него, и он не так глубок, как думают. Им пользовались корабли, которые шли с севера и сейчас на пути к морю, в котором летом нет льда. Какова его глубина в том месте, где два континента ближе всего друг к другу?',
  ko: '이 해협은 그곳을 지나간 탐험가의 이름을 따서 지어졌으며 생각만큼 깊지 않다. 북쪽에서 온 배들이 이용했고 여름에 얼음이 없는 바다로 가는 길이다. 두 대륙이 가장 가까운 곳에서 그 깊이는 얼마인가? 겨울에는 이 해협이 얼어붙어 배들이 지나갈 수 없으므로 사람들은 봄까지 기다려야 한다.',
} as const;

describe('the language of a text', () => {
  const langs = Object.keys(prose) as readonly (keyof typeof prose)[];
  const pairs = langs.flatMap((own) => langs.map((given) => [own, given] as const));
  it.each(pairs)('%s given as %s', (own, given) => {
    // Han alone may be Japanese, and kana are no Chinese.
    const isSame =
      own === given ||
      (own === 'zh' && given === 'ja') ||
      (own === 'es' && given === 'pt') ||
      (own === 'pt' && given === 'es') ||
      (own === 'it' && /es|pt/.test(given)) ||
      (given === 'it' && /es|pt/.test(own));
    const found = recogniseOther(prose[own], given);
    if (own === given) expect(found).toBeUndefined();
    else if (!isSame) expect(found).toBe(own);
  });

  it.each([
    ['en', 'Wie tief ist es?'],
    ['en', 'BERT GPT ELMo RoBERTa T5 XLNet ALBERT Transformer CLIP DALL-E'.repeat(10)],
    ['sw', prose.en],
    ['da', prose.sv],
    ['de-AT', prose.de],
    ['zh-Hant', prose.zh],
    ['en', ''],
  ])('is not plain in %s: %s', (given, text) => {
    expect(recogniseOther(text, given)).toBeUndefined();
  });
});
