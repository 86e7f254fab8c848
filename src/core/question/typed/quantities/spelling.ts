/** Traditional characters, and those of bank notes, that numbers and what is beside them are written with. */
const simpler: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '萬万 億亿 兩两 個个 約约 層层 減减 時时 對对 組组 條条 項项 題题 門门 種种 張张 塊块 為为 單单 雙双 倆两 詞词 數数 權权 點点 線线 週周 禮礼',
    '鐘钟 鍾钟 歲岁 錢钱 圓圆 間间 達达 過过 從从 於于 這这 們们 總总 計计 僅仅 餘余 幾几 當当 頭头 節节 維维 級级 顆颗 輛辆 臺台 檯台 筆笔 頁页',
    '號号 樣样 範范 標标 註注 員员 編编 輯辑 記记 憶忆 實实 學学 問问 寬宽 長长 發发 電电 顯显 貝贝 體体 據据 庫库 處处 開开 關关 後后 負负 廣广',
    '壹一 貳二 贰二 叁三 肆四 伍五 陸六 陆六 柒七 捌八 玖九 拾十 佰百 仟千 專专 訓训 練练 測测 試试 參参',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [...pair]),
);
const anySimpler = new RegExp(`[${Object.keys(simpler).join('')}]`, 'g');
const ascii = /^[\x20-\x7e]*$/;

/**
 * One spelling of what is typed where a number is asked: width, blanks, dashes, digits of any script, raised digits, and the
 * characters of numbers. Case and brackets stay: `mW` is not `MW`.
 */
export function spellQuantity(text: string): string {
  const plain = ascii.test(text) ? text : spellWide(text);
  return spellWords(plain)
    .replace(/\*\*/g, '^')
    .replace(/<=/g, '≤')
    .replace(/>=/g, '≥')
    .replace(/!=|=\/=/g, '≠')
    .replace(/\\?approx\b\.?|\\sim\b/g, '≈')
    .replace(/ ?(?:±|\+\/-) ?[\d.]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]+$/, (end) => (/^!$/.test(end) ? end : ''))
    .trim();
}

const scaleWord = '(?=(?:hundred|thousand|million|billion|trillion|dozen)s?(?![a-z]))';
const articled = new RegExp(`(?<![\\p{L}\\p{N}])an? ${scaleWord}`, 'giu');
const halved = new RegExp(`(?<![\\p{L}\\p{N}])half an? ${scaleWord}`, 'giu');
const folded =
  /(?<![a-z\d])(hundred|thousand|million|billion|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty)-?fold(?![a-z])/gi;
const magnitudes = /(?<![a-z])(?:(an?|one|two|three|four|five|six|\d+) )?orders? of magnitude(?![a-z])/gi;
const repeated: Readonly<Record<string, string>> = { once: '1 times', twice: '2 times', thrice: '3 times' };

/** English ways to say a scale: `a million`, `half a million`, `tenfold`, `twice`, `three orders of magnitude`. */
function spellWords(text: string): string {
  if (!/[a-z]{3}/i.test(text)) return text;
  return text
    .replace(
      folded,
      (_, said: string) => `${/^(?:hund|thou|mill|bill)/i.test(said) ? 'one ' : ''}${said} fold`,
    )
    .replace(halved, '0.5 ')
    .replace(articled, 'one ')
    .replace(magnitudes, (_, said?: string) => `10^${magnitudeOf(said)}`)
    .replace(/(?<![a-z])(?:once|twice|thrice)(?![a-z])/gi, (said) => repeated[said.toLowerCase()] ?? said);
}

/** A text in which a single thing is 1, for texts without a number: `a single beam`, `单层`. */
export const spellSingle = (text: string): string =>
  text
    .replace(/(?<![a-z])(?:(?:an?|one|the) )?(?:single|sole|lone) (?=[a-z])/i, '1 ')
    .replace(/单(?=[个张块层束卡台])/, '1')
    .replace(
      /(?<![a-z])an? (?=(?:second|minute|hour|day|week|month|year|byte|bit|kilobyte|megabyte|gigabyte|gpu[ -]hour)(?![a-z]))/i,
      '1 ',
    );

function magnitudeOf(said = 'one'): number {
  const place = ' one two three four five six'.split(' ').indexOf(said.toLowerCase());
  return place > 0 ? place : /^an?$/i.test(said) ? 1 : Number(said);
}

function spellWide(text: string): string {
  const one = text
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (raised) => `^${raised}`)
    .replace(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−⁻➖]/gu, '-')
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/[’‘]/g, "'")
    .replace(/[⁄∕÷]/g, '/')
    .replace(/[·⋅∙•✕✖]/g, '×')
    .replace(/[、。]/g, (mark) => (mark === '。' ? '.' : ','))
    .replace(/[〜～∼]/g, '~')
    .replace(/[≃≅≒]/g, '≈')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(anySimpler, (character) => simpler[character] ?? character)
    .replace(/ ?(\p{Script=Han}) ?/gu, '$1');
  return spellSums(one);
}

/** Chinese words for signs of calculation, and shares in tenths. */
function spellSums(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  return text
    .replace(/乘以?/g, '×')
    .replace(/除以/g, '/')
    .replace(/加上?(?=[\d一二两三四五六七八九十])/g, '+')
    .replace(/减去?(?=[\d一二两三四五六七八九十])(?<=[\d一二三四五六七八九十百千万亿]减去?)/g, '-')
    .replace(/的?平方根/g, '平方根')
    .replace(/(?<![\d一二两三四五六七八九十百千万亿])(?:一半|半数)/g, '1/2')
    .replace(/的平方(?!根)/g, '^2')
    .replace(/的立方(?!根)/g, '^3')
    .replace(/的(-?\d+(?:\.\d+)?)次[方幂]/g, '^$1')
    .replace(/(?<=[\d一二两三四五六七八九十百千万])[比:](?:1|一)(?![\d一二三四五六七八九十百千万.])/g, ':1')
    .replace(/([\d一二三四五六])个数量级/g, (_, said: string) => `10^${figureOf(said)}`)
    .replace(/的([二三四五六七八九十]+)次[方幂]/g, (_, said: string) => `^${smallOf(said)}`)
    .replace(
      /(?<![\d一二三四五六七八九十])([一二两三四五六七八九\d])成([一二三四五六七八九]?)(半?)(?![一-鿿])/g,
      tenths,
    );
}

function tenths(_: string, ten: string, one: string, half: string): string {
  return `${10 * figureOf(ten) + (one === '' ? 0 : figureOf(one)) + (half === '' ? 0 : 5)}%`;
}

const figureOf = (said: string) =>
  /\d/.test(said) ? Number(said) : '零一二三四五六七八九'.indexOf(said === '两' ? '二' : said);

function smallOf(said: string): number {
  const [ten = '', one = ''] = said.includes('十') ? said.split('十') : ['0', said];
  return 10 * (ten === '' ? 1 : figureOf(ten)) + (one === '' ? 0 : figureOf(one));
}

/** A digit of any script in ascii: the digits of a script stand one after another, from zero. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((point - zero) % 10);
}
