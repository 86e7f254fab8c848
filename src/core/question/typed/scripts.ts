import { ConverterFactory } from 'opencc-js/core';
import characters from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';

/** A Chinese text in simplified characters and the words of the mainland, for comparison alone. */
export type SimplifyScript = (text: string) => string;

/**
 * Words of Taiwan and Hong Kong, in simplified characters, and those of the mainland for the same. Both sides of a comparison go
 * through it, so that a pair needs to be the same thing and no more; where one word begins with another, the longer one comes first.
 */
const regionalWords: readonly (readonly [string, string])[] = [
  ['程式码', '代码'],
  ['原始码', '源代码'],
  ['程式', '程序'],
  ['位元组', '字节'],
  ['位元', '比特'],
  ['记忆体', '内存'],
  ['资料', '数据'],
  ['资讯', '信息'],
  ['讯息', '消息'],
  ['讯号', '信号'],
  ['网际网路', '互联网'],
  ['网际网络', '互联网'],
  ['网路', '网络'],
  ['软体', '软件'],
  ['硬体', '硬件'],
  ['滑鼠', '鼠标'],
  ['演算法', '算法'],
  ['函式', '函数'],
  ['变数', '变量'],
  ['阵列', '数组'],
  ['字串', '字符串'],
  ['字元', '字符'],
  ['伺服器', '服务器'],
  ['使用者', '用户'],
  ['预设', '默认'],
  ['最佳化', '优化'],
  ['机率', '概率'],
  ['人工智慧', '人工智能'],
  ['智慧', '智能'],
  ['晶片', '芯片'],
  ['影像', '图像'],
  ['影片', '视频'],
  ['视讯', '视频'],
  ['音讯', '音频'],
  ['搜寻', '搜索'],
  ['连结', '链接'],
  ['介面', '接口'],
  ['分散式', '分布式'],
  ['平行', '并行'],
  ['快取', '缓存'],
  ['频宽', '带宽'],
  ['解析度', '分辨率'],
  ['语意', '语义'],
  ['文法', '语法'],
  ['断词', '分词'],
  ['即时', '实时'],
  ['线上', '在线'],
  ['品质', '质量'],
  ['非监督式', '无监督'],
  ['非监督', '无监督'],
  ['半监督式', '半监督'],
  ['自监督式', '自监督'],
  ['监督式', '监督'],
  ['增强式学习', '强化学习'],
  ['增强学习', '强化学习'],
  ['强化式学习', '强化学习'],
  // 著 is 着 as well; which one is meant makes no other word in an answer.
  ['着', '著'],
];

const toSimplified = ConverterFactory([[phrases, characters]]);
const regional = new Map(regionalWords);
const anyRegional = new RegExp(regionalWords.map(([word]) => word).join('|'), 'g');

/** Folds a text to simplified characters and the words of the mainland. */
export const simplify: SimplifyScript = (text) =>
  toSimplified(text).replace(anyRegional, (word) => regional.get(word) ?? word);
