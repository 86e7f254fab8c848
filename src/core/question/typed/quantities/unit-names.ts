/** What is measured; numbers of one sort are converted into each other. */
export type Sort =
  | 'data'
  | 'time'
  | 'calendar'
  | 'energy'
  | 'power'
  | 'operations'
  | 'speed of operations'
  | 'length'
  | 'mass'
  | 'frequency'
  | 'voltage'
  | 'current'
  | 'resistance'
  | 'pressure'
  | 'force'
  | 'volume'
  | 'amount'
  | 'celsius'
  | 'fahrenheit'
  | 'dollars'
  | 'euros'
  | 'pounds'
  | 'yuan'
  | 'yen'
  | 'percent'
  | 'points'
  | 'percentile'
  | 'times'
  | 'tokens'
  | 'words'
  | 'characters'
  | 'nats';

/** A name of a unit: its sort, how many of the sort's own unit it is, and the prefixes it takes. */
export type NamedUnit = readonly [
  names: string,
  sort: Sort,
  factor: number,
  prefixes?: 'decimal' | 'binary' | 'large' | 'small',
];

/** Units by symbols, in which case counts; names are separated by blanks. */
export const symbols: readonly NamedUnit[] = [
  ['B', 'data', 8, 'binary'],
  ['bit bits', 'data', 1, 'binary'],
  ['b bps', 'data', 1, 'large'],
  ['s sec secs', 'time', 1, 'small'],
  ['min mins', 'time', 60],
  ['h hr hrs', 'time', 3600],
  ['d', 'time', 86400],
  ['wk wks', 'time', 604800],
  ['mo mos', 'calendar', 1],
  ['yr yrs', 'calendar', 12],
  ['J', 'energy', 1, 'decimal'],
  ['Wh', 'energy', 3600, 'decimal'],
  ['cal', 'energy', 4.184, 'decimal'],
  ['eV', 'energy', 1.602176634e-19, 'decimal'],
  ['W', 'power', 1, 'decimal'],
  ['FLOP FLOPs flop flops Flop Flops OP OPs', 'operations', 1, 'large'],
  ['FLOPS', 'operations', 1, 'large'],
  // Of floating-point operations, and with a prefix alone: `PF-days`.
  ['F', 'operations', 1, 'large'],
  ['m', 'length', 1, 'decimal'],
  ['ft', 'length', 0.3048],
  ['mi', 'length', 1609.344],
  ['Å', 'length', 1e-10],
  ['g', 'mass', 1e-3, 'decimal'],
  ['lb lbs', 'mass', 0.45359237],
  ['oz', 'mass', 0.028349523125],
  ['Hz', 'frequency', 1, 'decimal'],
  ['V', 'voltage', 1, 'decimal'],
  ['A', 'current', 1, 'decimal'],
  ['Ω', 'resistance', 1, 'decimal'],
  ['Pa', 'pressure', 1, 'decimal'],
  ['bar', 'pressure', 1e5, 'small'],
  ['atm', 'pressure', 101325],
  ['N', 'force', 1, 'decimal'],
  ['L l', 'volume', 1, 'small'],
  ['mol', 'amount', 1, 'decimal'],
  ['°C ℃', 'celsius', 1],
  ['°F ℉', 'fahrenheit', 1],
  ['$ US$ USD', 'dollars', 1],
  ['€ EUR', 'euros', 1],
  ['£ GBP', 'pounds', 1],
  ['RMB CNY', 'yuan', 1],
  ['JPY', 'yen', 1],
  ['% pct', 'percent', 1],
  ['‰', 'percent', 0.1],
  ['‱ bp', 'percent', 0.01],
  ['ppm', 'percent', 1e-4],
  ['ppb', 'percent', 1e-7],
  ['pp ppt ppts', 'percent', 1],
  ['pts pt', 'points', 1],
  ['x × X', 'times', 1],
  ['tok toks', 'tokens', 1],
  ['chars char', 'characters', 1],
];

/** Units by English names, whatever their case and with or without an s. */
export const englishNames: readonly NamedUnit[] = [
  ['byte', 'data', 8, 'binary'],
  ['bit', 'data', 1, 'binary'],
  ['second', 'time', 1, 'small'],
  ['minute', 'time', 60],
  ['hour', 'time', 3600],
  ['day', 'time', 86400],
  ['week', 'time', 604800],
  ['fortnight', 'time', 1209600],
  ['month', 'calendar', 1],
  ['year', 'calendar', 12],
  ['decade', 'calendar', 120],
  ['century centurie', 'calendar', 1200],
  ['joule', 'energy', 1, 'decimal'],
  ['watthour watt_hour', 'energy', 3600, 'decimal'],
  ['calorie', 'energy', 4.184, 'decimal'],
  ['electronvolt', 'energy', 1.602176634e-19, 'decimal'],
  ['watt', 'power', 1, 'decimal'],
  ['flop floating_point_operation operation', 'operations', 1, 'large'],
  ['metre meter', 'length', 1, 'decimal'],
  ['inch inche', 'length', 0.0254],
  ['foot feet', 'length', 0.3048],
  ['yard', 'length', 0.9144],
  ['mile', 'length', 1609.344],
  ['light_year lightyear', 'length', 9.4607304725808e15],
  ['gram gramme', 'mass', 1e-3, 'decimal'],
  ['ton tonne', 'mass', 1000, 'decimal'],
  ['pound', 'mass', 0.45359237],
  ['ounce', 'mass', 0.028349523125],
  ['hertz', 'frequency', 1, 'decimal'],
  ['volt', 'voltage', 1, 'decimal'],
  ['ampere amp', 'current', 1, 'decimal'],
  ['ohm', 'resistance', 1, 'decimal'],
  ['pascal', 'pressure', 1, 'decimal'],
  ['atmosphere', 'pressure', 101325],
  ['newton', 'force', 1, 'decimal'],
  ['litre liter', 'volume', 1, 'small'],
  ['mole', 'amount', 1, 'decimal'],
  ['degrees_celsius degree_celsius celsius', 'celsius', 1],
  ['degrees_fahrenheit fahrenheit', 'fahrenheit', 1],
  ['dollar us_dollar', 'dollars', 1],
  ['euro', 'euros', 1],
  ['yuan', 'yuan', 1],
  ['yen', 'yen', 1],
  ['percent per_cent', 'percent', 1],
  ['per_mille per_mil per_thousand', 'percent', 0.1],
  ['basis_point', 'percent', 0.01],
  ['percentage_point', 'percent', 1],
  ['point', 'points', 1],
  ['percentile', 'percentile', 1],
  ['time fold', 'times', 1],
  ['token subword subword_token sub_word bpe_token wordpiece word_piece', 'tokens', 1],
  ['word', 'words', 1],
  ['character letter', 'characters', 1],
  ['nat', 'nats', 1],
];

/** Units by Chinese names. */
export const chineseNames: readonly NamedUnit[] = [
  ['字节 位元组', 'data', 8],
  ['千字节', 'data', 8e3],
  ['兆字节', 'data', 8e6],
  ['吉字节 千兆字节 十亿字节', 'data', 8e9],
  ['太字节', 'data', 8e12],
  ['拍字节', 'data', 8e15],
  ['比特 位元', 'data', 1],
  ['千比特', 'data', 1e3],
  ['兆比特', 'data', 1e6],
  ['吉比特', 'data', 1e9],
  ['秒 秒钟', 'time', 1],
  ['毫秒', 'time', 1e-3],
  ['微秒', 'time', 1e-6],
  ['纳秒', 'time', 1e-9],
  ['分钟', 'time', 60],
  ['小时 钟头 时', 'time', 3600],
  ['天 日 昼夜', 'time', 86400],
  ['周 星期 礼拜', 'time', 604800],
  ['月', 'calendar', 1],
  ['年', 'calendar', 12],
  ['世纪', 'calendar', 1200],
  ['焦 焦耳', 'energy', 1],
  ['千焦 千焦耳', 'energy', 1e3],
  ['卡路里', 'energy', 4.184],
  ['千卡 大卡', 'energy', 4184],
  ['瓦时 瓦小时 瓦特小时', 'energy', 3600],
  ['千瓦时 千瓦小时 度 度电', 'energy', 3.6e6],
  ['兆瓦时 兆瓦小时', 'energy', 3.6e9],
  ['瓦 瓦特', 'power', 1],
  ['千瓦', 'power', 1e3],
  ['兆瓦', 'power', 1e6],
  ['次浮点运算 浮点运算 次浮点操作 次运算', 'operations', 1],
  ['米 公尺', 'length', 1],
  ['千米 公里', 'length', 1e3],
  ['厘米 公分', 'length', 1e-2],
  ['毫米', 'length', 1e-3],
  ['微米', 'length', 1e-6],
  ['纳米', 'length', 1e-9],
  ['光年', 'length', 9.4607304725808e15],
  ['克', 'mass', 1e-3],
  ['千克 公斤', 'mass', 1],
  ['毫克', 'mass', 1e-6],
  ['吨 公吨', 'mass', 1e3],
  ['赫兹 赫', 'frequency', 1],
  ['千赫', 'frequency', 1e3],
  ['兆赫', 'frequency', 1e6],
  ['吉赫', 'frequency', 1e9],
  ['伏 伏特', 'voltage', 1],
  ['安 安培', 'current', 1],
  ['欧姆', 'resistance', 1],
  ['帕 帕斯卡', 'pressure', 1],
  ['牛 牛顿', 'force', 1],
  ['升 公升', 'volume', 1],
  ['毫升', 'volume', 1e-3],
  ['摩尔', 'amount', 1],
  ['摄氏度', 'celsius', 1],
  ['美元 美金', 'dollars', 1],
  ['欧元', 'euros', 1],
  ['英镑', 'pounds', 1],
  ['元 块钱 人民币', 'yuan', 1],
  ['日元', 'yen', 1],
  ['百分点', 'percent', 1],
  ['点 分', 'points', 1],
  ['百分位 百分位数', 'percentile', 1],
  ['倍', 'times', 1],
  ['词元 子词', 'tokens', 1],
  ['词 单词', 'words', 1],
  ['字符 字 汉字', 'characters', 1],
  ['奈特', 'nats', 1],
];
