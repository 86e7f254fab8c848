const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** English phrases beside a number that leave it what it is. */
export const neutralPhrases =
  /(?<![a-z])(?:up to|at most|no more than|not more than|as (?:many|much|large|wide|long|high|big|deep) as|more or less|give or take|or (?:so|thereabouts)|in (?:total|all|sum|the end)|all (?:in all|told|together)|i (?:think|guess|believe|suppose)|if i remember (?:correctly|right|well)|a maximum of|a total of|a factor of|by a factor of|a ratio of|on the order of|of the order of|an? average of|on average|to be (?:exact|precise)|out of|each of (?:them|these|those))(?![a-z])/g;

/** English words beside a number that leave it what it is, whatever is counted. */
export const neutralWords = words(
  `a an the of in on at by for to from with and is are was were be been being as it its they them their that this these
  those there here has have had does did do can could may might will would should about around approximately approx
  roughly circa ca nearly almost some somewhere ish exactly precisely just only merely simply total totals totally
  altogether overall together all both each every one maximum max maximal maximally most top any per different
  distinct separate individual single unique whole full entire complete first-ever new original same usual typical
  typically standard average mean time number numbers count counts amount size sizes length quantity value answer result
  equals equal equivalent namely ie eg vs versus respectively maybe perhaps probably likely possibly guess think sure
  yes ok well so then when where which who what how many much such itself you your we our my i he she get gets got
  gives give given make makes made take takes took use uses used using need needs needed have reach reaches reached
  keep keeps kept hold holds held contain contains include includes cover covers solve solves solved answer answered
  activate activates active cost costs last lasts lasted span spans store stores stored send sends sent read reads now
  run runs went goes come comes came out available possible allowed required
  published released launched appeared year late early mid end beginning spring summer autumn fall winter`,
);

/** English words that may turn a number into another, unless the question has them too. */
export const graveWords = words(
  `not no non nor never neither without minus negative under over above below beyond exceed exceeds exceeding half halves
  double doubled triple tripled quadruple thrice except excluding excluded excl besides before after until till
  since bottom lowest least minimum min inverse inverted reciprocal opposite reverse reversed root square squared cube cubed log
  logarithm power factorial plus another extra additional wrong false isn't aren't wasn't don't doesn't cannot can't
  squares remaining rest other others unless instead rather between divided multiplied hundred hundreds thousand
  thousands million millions billion billions trillion trillions dozen dozens score percent percentile quarter quarters
  third thirds fraction first second fourth fifth sixth seventh eighth ninth tenth couple several few kilo mega giga tera`,
);

/** Words of growth and of decline: beside a number, only where the question speaks of the same. */
export const directions: Readonly<Record<'up' | 'down', ReadonlySet<string>>> = {
  up: words(
    `more larger large bigger big greater great higher high longer long wider wide deeper deep taller faster fast quicker heavier
    increase increased increases increasing growth grow grows grew grown rise rises rose risen raise raised gain gains
    gained up upward improvement improvements improve improves improved better
    上升 上涨 增加 增长 增大 增多 提高 提升 提速 升高 升 涨 大 高 长 宽 深 快 翻 好 加快 加大 扩大 扩展 变大 变长 变多`,
  ),
  down: words(
    `less fewer smaller small lower low shorter short narrower slower slow lighter cheaper decrease decreased decreases decreasing
    reduction reductions reduce reduced reduces reducing drop drops dropped fall falls fell fallen decline declined declines
    down downward save saves saved saving savings shrink shrinks shrank shrunk cut cuts worse loses lost
    下降 下跌 减少 减小 减低 降低 减 降 跌 少 小 低 短 窄 浅 慢 缩小 缩短 缩减 节省 节约 省 压缩 变小 变短 变少`,
  ),
};

/** English nouns that are counted, in the singular: what a number counts is mostly plain from the question. */
export const countedNouns = words(
  `entry token subword wordpiece piece item element unit member part component thing object instance example sample shot
  demonstration demo exemplar datapoint record row line column case pair triple triplet tuple group set subset batch
  comparison ranking rank judgement judgment rating label annotation preference vote
  parameter param weight coefficient variable value feature neuron node dimension dimensional dim component channel width depth layer
  sublayer sub-layer block module stack level head expert router gate encoder decoder stage step stages iteration epoch
  pass round cycle update merge operation edit fact memory association relation statement claim sentence paragraph
  document page article book file dataset data-set corpus corpora benchmark task test subtask problem question query
  prompt instruction response completion answer output input choice option candidate beam hypothesis chain path trace
  subject topic domain field discipline category class kind type sort language country
 area function course  person people human user student author participant worker contractor labeller labeler annotator rater evaluator
  crowdworker taker reader speaker expert researcher employee
  model network system machine computer server node device accelerator gpu tpu cpu chip card processor core
  position slot place context window sequence symbol embedding vector matrix entry vocabulary vocab dictionary
  point accuracy score bleu ppl perplexity loss rate share percentage proportion portion probability chance
  latent vram ram memory storage disk text raw weights copy copies version run seed fold fold-change
  train training pretraining pre-training pre-trained test validation text data
  paper publication launch release`,
);

const han = (text: string): readonly string[] =>
  [...new Set(text.split(/\s+/))].sort((a, b) => b.length - a.length);

/** Chinese words beside a number that leave it what it is, the longer first. */
export const neutralHan = han(
  `不超过 不多于 至多 最多 最高 最长 最大 高达 多达 长达 可达 达到 达 共有 一共 总共 共计 合计 总计 共 总 仅仅 仅有 仅 只有 只 仅为
  正好 恰好 刚好 就是 是 为 等于 等 有 的 了 在 从 到 它 其 它的 这 那 该 此 用 用了 需要 需 要 能 可 可以 会 由 把 被 将 给 让 之 于 也 都 就 才
  大约 大概 约 左右 上下 差不多 接近 将近 近 前 第 每 每个 各 各有 个 名 位 条 道 张 块 种 项 台 份 篇 款 只 次 层 门 组 类 段 轮 步 家 所 座 本
  册 部 套 维 行 列 头 路 束 处 件 颗 枚 幅 片 例 人 对 句 页 种 支 根 届 期 代 级 阶 点数 趟 遍 回 双 批 卡
  一般 通常 平均 单个 单张 单 整 整个 全部 所有 左右吧 吧 呢 啊 我想 我觉得 应该 可能 答案 结果 数量 数目 个数 数 总数 总量 大小 长度 规模 数值 值
  因子 参数 参数量 权重 特征 神经元 隐藏单元 单元 节点 维度 通道 宽度 深度 子层 模块 专家 注意力头 编码器 解码器 阶段 步骤 迭代 轮次 周期 更新
  合并 操作 编辑 事实 记忆 关联 关系 知识 陈述 句子 段落 文档 文章 论文 书 文件 数据集 数据 语料 语料库 基准 任务 测试 评测 问题 题目 题 查询 提示 指令 回答
  输出 输入 选项 候选 束宽 链 路径 学科 科目 科 领域 类别 类型 语言 国家 人员 用户 学生 作者 参与者 工人 外包 标注员 标注者 标注人员 评估者 考生 专家
  模型 网络 系统 机器 服务器 设备 显卡 加速器 芯片 处理器 核心 位置 上下文 窗口 序列 符号 向量 矩阵 词条 条目 词表 词汇 词汇量 字典 准确率 分数 得分
  困惑度 损失 比例 比率 概率 显存 内存 存储 空间 硬盘 文本 样本 样例 例子 示例 范例 示范 案例 实例 记录 比较 排序 排名 判断 评分 标签 标注 偏好
  情况 情形 场合 原来 原来的 原先 现在 现在的 留下 保留 送到 得到 得出 花 花了 耗时 存 包含 含 涵盖 覆盖 做对 答对 解出 解决 激活 用时 每字 每个字
  占 占比 占了 约占 相差 相差了 标准差 方差 课 课程 领域 方面 函数 训练 预训练 验证 微调 发布 发表 推出 上线 于 年份 底 初 中 末 春 夏 秋 冬 上半年 下半年 截至 截止 截止到 截至到 止 期间 时候`,
);

/** Chinese words that may turn a number into another, unless the question has them too, the longer first. */
export const graveHan = han(
  `不是 不到 不足 不等于 不 非 没有 没 无 未 负 半 少于 多于 小于 大于 低于 高于 超过 超出 以上 以下 以内 以外 至少 不少于 最少 最低 不低于 之前 之后 以前
  以后 后 倒数 垫底 末尾 除了 除 除去 除外 外 反 相反 余 多 多个 几 双倍 翻倍 两倍 一半 倍 成 折 分之 百 千 万 亿 根 平方 立方 次方 对数 阶乘 加 减去 乘 剩 剩余 剩下
  其他 其余 另 别的 而不是 错 假 否`,
);
