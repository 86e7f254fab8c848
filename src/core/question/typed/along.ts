import type { Lang } from '#core/base/text.ts';
import { articlesOf } from './articles.ts';
import { isNumberWord } from './numeral.ts';
import { plainTextOf } from './spelling.ts';
import { wordStemOf } from './typo.ts';

/** What may stand along with an answer and makes no other of it. */
export interface Along {
  /** True of a Latin word, or a run of Han characters, that only joins an answer to its question. */
  readonly isJoint: (piece: string) => boolean;
  /** True of one that the question says itself. */
  readonly isAsked: (piece: string) => boolean;
  /** True of one that names the sort of thing that the answer is, which stands behind it. */
  readonly isSort: (piece: string) => boolean;
}

/**
 * Names for sorts of things, which add nothing to the name of one: `sycophancy bias`, `Common Crawl archive`. No part of a thing is
 * among them (`head`, `token`), and nothing that is one thing beside another of the name (`decoder`).
 */
const sorts = new Set(
  `abbreviation acronym activation algorithm approach architecture archive attack bias behavior behaviour benchmark challenge chip chips
  component concept connection connections corpus data dataset datasets device dump dumps effect eval evaluation family format framework function
  functions idea issue language languages law layer layers library matrix measure mechanism method methodology metric mode model models
  module modules name network networks objective operation operations parameter parameters part parts phase phenomena phenomenon
  precision principle problem procedure process processing processor processors project property rule schedule scheme score series set setting
  stage step steps strategy suite system task tasks technique tendency term test tests theory training trick type unit units value
  values vector vectors weight weights word words`.split(/\s+/),
);

/** Words that only join an answer to the question. */
const joints = new Set(
  `a an the it its this that these those there is was are were be been being called named known termed as of for in on at to by from
  stands stand means meaning refers denotes namely just pure purely all answer i think we they you say call them amount number kind sort word term name phrase
  abbreviation acronym ai llm llms model models`.split(/\s+/),
);

/** Words of a question that set two things against each other. */
const contrasts = new Set('not nor neither or versus vs than unlike instead rather except'.split(' '));

/** Other words that never stand along: they deny, or add a second answer or a doubt. */
const turns = new Set(
  `no non never none without cannot cant dont doesnt isnt arent wasnt but and less fewer more most least maybe perhaps either both other
  another`.split(/\s+/),
);

const sortsHan = new Set(
  '测试 评测 评估 基准 任务 数据集 数据 语料 语料库 存档 归档 档案 项目 工程 模型 网络 方法 方式 法 技术 技巧 策略 算法 机制 过程 流程 步骤 阶段 处理 操作 运算 函数 激活函数 激活 层 模块 组件 部分 参数 矩阵 向量 权重 术语 词 单词 一词 名称 缩写 简称 概念 现象 效应 问题 行为 倾向 性质 特性 性 定律 法则 规则 原理 理论 框架 架构 结构 系统 类型 类 格式 形式 精度 训练 学习 攻击 处理器 芯片 语言 指标 模式 目标 系列 单元 值'.split(
    ' ',
  ),
);

const jointsHan = new Set(
  '的 是 单词 术语 名称 缩写 简称 模型 大模型 语言模型 产生 出现 进行 使用 采用 利用 通过 叫 叫做 叫作 称 称为 称作 被称为 为 即 就是 也就是 指 指的是 是指 代表 表示 意思是 一个 一种 这个 这种 这 该 它 其 所谓 答案 答案是 属于 用 在 中 了 等于'.split(
    ' ',
  ),
);

const turnsHan = /[不没非无未否别勿或]|还是|而是|以外|除了|相反|反而|相比|与|和|及/;
const numberHan = /^[第约]?[〇零一二两三四五六七八九十百千万亿兆]+.?$/;
/** What stands this near to a word that sets two things against each other may be one of the two. */
const nearWords = 3;
const nearHan = 6;

/** Names of makers that are written in both languages; whoever is named in the one may be named in the other. */
const makers = new Map(
  '谷歌 google 微软 microsoft 百度 baidu 英伟达 nvidia 华为 huawei 阿里巴巴 alibaba 腾讯 tencent 苹果 apple 亚马逊 amazon 清华 tsinghua 斯坦福 stanford 伯克利 berkeley'
    .split(' ')
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? ''] as const] : [])),
);

/** What may stand along with the answers to a question: its own words, what joins, and names for sorts of things. */
export function makeAlong(stems: readonly string[], languages: readonly Lang[] = []): Along {
  const articles = articlesOf(languages);
  const words = new Set(stems.flatMap(stemWordsOf).map(wordStemOf));
  const runs = stems.flatMap(stemRunsOf).join('\n');
  const isHan = (piece: string) => /^\p{Script=Han}+$/u.test(piece);
  return {
    isJoint: (piece) => (isHan(piece) ? jointsHan : joints).has(piece) || articles?.isArticle(piece) === true,
    isAsked(piece) {
      if (isNumberWord(piece)) return false;
      if (!isHan(piece)) return words.has(wordStemOf(piece));
      if (words.has(wordStemOf(makers.get(piece) ?? ''))) return true;
      return piece.length > 1 && !turnsHan.test(piece) && !numberHan.test(piece) && runs.includes(piece);
    },
    isSort: (piece) => (isHan(piece) ? sortsHan : sorts).has(piece),
  };
}

/** The Latin words of a stem that may be said again with the answer. */
function stemWordsOf(stem: string): readonly string[] {
  const words = plainTextOf(stem).match(/[\p{L}\d]+(?<!\p{Script=Han})/gu) ?? [];
  const latin = words.flatMap((word) => word.match(/[^\p{Script=Han}]+/gu) ?? []);
  const turned = latin.flatMap((word, i) => (contrasts.has(word) ? [i] : []));
  return latin.filter((word, i) => {
    if (turns.has(word) || contrasts.has(word) || /^\d+$/.test(word)) return false;
    return !turned.some((at) => Math.abs(at - i) <= nearWords);
  });
}

/** The runs of Han characters of a stem that may be said again with the answer. */
function stemRunsOf(stem: string): readonly string[] {
  const against = new RegExp(
    `.{0,${nearHan}}(?:还是|或者?|而不是|而非|不是|相比)\\p{Script=Han}{0,${nearHan}}`,
    'gu',
  );
  return (
    plainTextOf(stem)
      .replace(against, '\n')
      .match(/\p{Script=Han}{2,}/gu) ?? []
  );
}

/** True if a text may hold two answers side by side, or takes back what it says. */
export const isHedged = (text: string): boolean =>
  /[,;/|&+，、；？?]|\s\\\s/.test(text) ||
  (plainTextOf(text).match(/[a-z]+/g) ?? []).some((word) => turns.has(word) || contrasts.has(word)) ||
  turnsHan.test(text);
