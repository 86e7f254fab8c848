import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { pickLanguage } from '#core/base/text.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { findPoints } from '#core/question/typed/points.ts';
import { simplify } from '#core/question/typed/scripts.ts';

const han = /\p{Script=Han}/u;
const languages = ['en', 'zh'] as const;

/** The shipped questions to recall, by id. */
const items = new Map(
  readdirSync('questions/decks')
    .flatMap((name): readonly Item[] => parse(readFileSync(join('questions/decks', name), 'utf8')).items)
    .filter(({ kind }) => kind === 'recall')
    .map((item) => kindOf(item).schema(shapes).parse(item) as Item)
    .flatMap((item) => (item.kind === 'recall' ? [[item.id, item] as const] : [])),
);

/** For each question, answers in a learner's own words, after the points that must be found in them. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'attention-origin-motive': [
    '++ The encoder had to cram a long sentence into a single vector of fixed size. With attention the decoder can look back at the relevant source words at every step.',
    '+- Because the fixed-size vector between the two halves became a bottleneck on long sentences.',
    '-- Because recurrent networks are slow to train and attention runs in parallel.',
    '++ 原来不管句子多长都只能压成一个固定长度的向量，信息不够；加了注意力，每译一个词就可以回到源句里找相关的位置。',
    '+- 编码器最后只给出一个向量，长句子装不下。',
    '-- 因为循环网络不能并行，训练太慢。',
  ],
  'word2vec-static-meaning': [
    '+++ Every word has one fixed vector in a lookup table, regardless of the context, so "bank" gets the same one for both meanings.',
    "++- There is one vector per word and it doesn't depend on the context.",
    '--- They are never updated once the training of the large model starts.',
    '+++ 每个词对应一个固定的向量，不看上下文，所以多义词的几个意思混在一个向量里。',
    '-++ 不管出现在什么句子里都一样，一词多义也分不开。',
    '--- 训练时向量保持冻结，不会更新。',
  ],
  'several-heads-purpose': [
    '+++ Every head projects with its own matrices, so the heads can attend to different positions and pick up different relations at the same time; one head would have to average them.',
    '-++ So that a token can attend to different things at once instead of getting one blurred average.',
    '--- It is cheaper, since small heads need fewer parameters than a wide one.',
    '+++ 每个头都有各自的投影矩阵，能同时关注不同的位置、不同的关系；只用一个头就只能得到一个平均结果。',
    '++- 各个头在不同的子空间里计算，可以关注不同方面的信息。',
    '--- 多个头可以省显存，训练更快。',
  ],
  'letters-hidden-in-tokens': [
    "+++ The tokenizer turns a word into a few chunks, and the model can't see the letters inside them; it can only know their spelling if it memorised that spelling in training.",
    '++- It sees tokens instead of characters, so the spelling is hidden from it.',
    '--- Because it is bad at arithmetic and counting in general.',
    '+++ 单词先被切成 token 再变成编号，模型看不到里面的字母，只能靠训练时记住它们的拼写。',
    '++- 模型看到的是 token，看不见单个字母。',
    '--- 因为模型不会数数，数学能力差。',
  ],
  'gpt-route-proof-claim': [
    "++++ The paper doesn't prove that, it only gives evidence: unidirectional models were better at zero-shot use, bidirectional ones at fine-tuning and infilling, and the authors say larger bidirectional models could be worth building.",
    '+++- That is no proof. Causal models won at zero-shot, but after fine-tuning the bidirectional ones were ahead.',
    '---- They only looked at translation, so it says little about prompting in general.',
    '++++ 论文并没有证明这一点，只是给出了证据：zero-shot 时单向模型更好，微调和填空时双向模型更好，作者还说更大的双向模型值得一试。',
    '+-++ 那不能算证明。双向模型在微调上更强，而且作者认为双向模型做大以后也值得研究。',
    '---- 论文只测了翻译任务，不能推广。',
  ],
  'why-masks-at-all': [
    '+++ With several bidirectional layers each word could indirectly see itself through the other positions, so it would only have to copy the answer. Masking hides the word from the network.',
    '++- The target would leak in through other words and the task would become trivial.',
    '--- Masking makes training faster and works as a kind of regularisation.',
    '+++ 叠了几层双向注意力之后，一个词会通过别的位置看到自己，等于照抄答案，什么也学不到；遮住之后答案就看不见了。',
    '++- 答案会经过其他词泄露回来，预测就太简单了。',
    '--- 遮住一部分词是为了加快训练，防止过拟合。',
  ],
  'gpt2-tasks-in-raw-text': [
    '++ Web pages contain plenty of naturally occurring examples, such as a French sentence followed by its English version. Whoever wants to predict them well has to learn the tasks as well.',
    '+- Examples of the tasks occur naturally on the internet.',
    '-- It was later fine-tuned on labelled data for every task.',
    '++ 网页里本来就夹着很多任务的例子，比如原文后面跟着译文，想把后面的词预测准，就必须学会这些任务。',
    '-+ 为了预测得准，模型不得不学会各种任务。',
    '-- 因为后来又用有标注的数据做了微调。',
  ],
  'random-and-flipped-labels-together': [
    '+++ They tested different sizes: only large models can override the meaning of the words, small ones stick to their priors. And flipping is systematic, so there is a rule to learn, while random labels hold no pattern.',
    '+-- It depends on scale; the effect appears only in very big models.',
    '--- One of the two papers made a mistake in its evaluation.',
    '+++ 两篇论文的模型规模不同：大模型能压过先验，按翻转的标签走，小模型还是按词义来；而且翻转是有规律的，随机标签里什么也学不到。',
    '--+ 翻转标签其实是一套一致的映射，随机标签却没有。',
    '--- 其中一篇的实验做错了，结论不成立。',
  ],
  'pal-why-an-interpreter': [
    '+++ The model is good at decomposing the problem but makes arithmetic mistakes. If it writes code, Python executes the steps exactly.',
    '-++ LLMs make calculation errors, whereas code runs reliably.',
    '--- Because Python code needs fewer tokens than text, which saves cost.',
    '+++ 模型能把题目拆成正确的步骤，但自己做计算容易出错；写成代码交给 Python 运行，结果就是准确的。',
    '-++ 模型经常算错数，程序跑出来的结果是精确的。',
    '--- 因为代码比文字短，可以节省 token。',
  ],
  'flan-versus-instructgpt-signal': [
    '++++ FLAN is fine-tuned on many existing NLP tasks put into instruction templates. InstructGPT is first trained on demonstrations by labellers, then with RLHF: people rank outputs, and a reward model is trained on that.',
    '+-+- FLAN uses public datasets that were rephrased as instructions, InstructGPT uses reinforcement learning.',
    '---- Both learn from text on the web by predicting the next token.',
    '++++ FLAN 用的是套上指令模板的已有 NLP 任务；InstructGPT 先学标注员写的示范，再根据人对回答的排序训练奖励模型，用 PPO 优化。',
    '+-++ FLAN 靠现成的数据集改写成指令，InstructGPT 靠人类偏好做强化学习。',
    '---- 两者都是从网页文本里学会的。',
  ],
  'instructgpt-sixteen-epochs': [
    '+++ Because the reward model scores and the human preference ratings kept going up, and that is what counts; the loss is a poor proxy for it.',
    '++- With more epochs both the reward score and the human ratings improved.',
    '--- They had compute to spare and used early stopping too late.',
    '+++ 训练更久，奖励模型打的分和人类偏好都还在提高，而验证损失不能反映回答好不好。',
    '+-- 因为奖励模型的分数还在涨。',
    '--- 因为数据太少，必须多看几遍才能收敛。',
  ],
  'limits-of-knowledge-graph-picture': [
    '+++ There are no nodes or edges you could look at. The answer changes with the phrasing of the question and its direction (reversal curse), and what comes out is a likely continuation and not a stored record.',
    '-++ The result depends on how you phrase the question, and the model generates an answer from probabilities.',
    '--- An LLM is larger and slower than a graph database and costs more.',
    '+++ LLM 里没有真正的节点，也没有三元组；换个问法或者反过来问，答案就可能变，而且它只是按概率往下接着写。',
    '-+- 结果会受措辞影响，反过来问可能就答不出。',
    '--- 图谱的数据更少，查起来更慢。',
  ],
  'edit-success-not-enough': [
    '++ It has to work for paraphrases of the prompt as well, and it must not change other facts, e.g. about neighbouring subjects.',
    '+- The edit should generalise to different phrasings.',
    '-- Because the model may be slower after the edit.',
    '++ 换个说法去问也得答新事实才行，而且不能影响其他事实，相近的主体要和以前一样。',
    '-+ 还要看有没有副作用，别的事实不能跟着变。',
    '-- 因为编辑之后模型会变慢。',
  ],
  'localization-and-editing': [
    '++ Hardly anything: you can edit a different layer and change the fact just as well, so tracing does not predict where an edit will work.',
    '-+ It tells us nothing about it; the two are uncorrelated.',
    '-- The layers found by tracing are the best ones to edit.',
    '++ 没什么用。改别的层一样能改掉事实，追踪的结果预测不了该改哪一层。',
    '+- 编辑其他层也照样成功。',
    '-- 追踪到哪一层，就应该编辑哪一层。',
  ],
  'chinchilla-cheaper-to-use': [
    '++ It is four times smaller (70B against 280B), and the cost of a forward pass depends on the size of the network and not on how much text it was trained on.',
    '+- Because it has far fewer parameters.',
    '-- It was trained on less data and for a shorter time.',
    '++ 它只有 70B，参数是 Gopher 的四分之一；推理时每个 token 的计算量由参数量决定，跟训练数据多少没关系。',
    '+- 因为它的参数少得多。',
    '-- 因为它的训练数据更好，收敛更快。',
  ],
  'kaplan-versus-chinchilla': [
    '+++ On the proportion. Kaplan puts most of the compute into a larger model (N ~ C^0.73, D ~ C^0.27), Chinchilla scales both equally.',
    '+-+ How to split the compute: Chinchilla says both should grow at the same rate.',
    '--- On whether more data helps at all.',
    '+++ 分歧在配比：Kaplan 认为算力主要应该用来扩大模型（参数 C^0.73，数据 C^0.27），Chinchilla 认为两者要同比例增长。',
    '+-+ Chinchilla 认为参数和 token 要等比例地涨，都是 C^0.5。',
    '--- 分歧在于学习率该怎么设。',
  ],
  'decoding-memory-bound': [
    '+++ It is memory-bound: to produce a token all the weights have to be loaded, plus the cache, and only a few operations are done per weight, so the cores wait for the bandwidth.',
    '+-+ Decoding is limited by memory bandwidth, as every step has to read all parameters again.',
    '--- Because the CPU is too slow to feed the prompts to it.',
    '+++ 瓶颈在访存：每步都要把所有权重和缓存从显存里读出来，而每个权重只做一次乘加，带宽跟不上。',
    '--+ 显存带宽是瓶颈，计算单元都在等数据。',
    '--- 因为 CPU 处理不过来，拖慢了 GPU。',
  ],
  'moe-load-balancing-reason': [
    '+++ A rich-get-richer effect: an expert that is picked more often improves and is picked even more. You end up with a handful that do all the work while the rest is never trained.',
    '-++ The router collapses onto the same few experts and the others remain unused.',
    '--- The model would need more memory and give longer answers.',
    '+++ 会出现马太效应：先被选中的专家越练越好，就越容易被选中，最后大部分 token 都集中到少数专家，其他专家没怎么训练，等于浪费。',
    '-++ 路由会坍缩到几个专家上，其余的一直闲置。',
    '--- 模型会占用更多显存，输出变长。',
  ],
  'lora-no-latency': [
    '+++ BA has the same shape as W, so you can merge it into W before serving, and then there is no extra computation at all.',
    '-++ Because the update can be merged into the weights; there are no extra layers.',
    '--- Because the two matrices are small and quick to compute.',
    '+++ 两个低秩矩阵相乘以后和原来的权重形状一样，部署前可以合并进去，推理时没有额外的计算。',
    '-+- 可以提前把它合并到原来的权重里。',
    '--- 因为两个矩阵很小，算得快。',
  ],
  'retrieval-or-fine-tuning-for-news': [
    '++++ You just replace the document in the index, without touching the weights, and the model can cite the price list. Fine-tuning means retraining every week, and the model picks new facts up slowly and may still give old prices.',
    '+-+- You only have to update the documents; with fine-tuning you would have to train again every time.',
    '---- Because a fine-tuned model can no longer follow instructions.',
    '++++ 检索的话把文档换掉就行，不动权重，还能给出来源；微调每周都得重新训练，新价格学得慢，旧价格还会冒出来。',
    '++-- 只要更新知识库，回答还可以附上出处。',
    '---- 因为微调以后模型就不能聊天了。',
  ],
  'pass-at-k-meaning': [
    '+++ You let it write 10 solutions per problem. For 60% of the problems at least one of them passes every unit test.',
    '++- In 60% of the tasks one of ten attempts is correct.',
    '--- 60% of the generated code compiles.',
    '+++ 每道题采样 10 份代码，有 60% 的题至少有一份能通过所有测试。',
    '++- 60% 的问题，10 次里只要有一次做对就算。',
    '--- 平均每个程序有 60% 的代码是对的。',
  ],
  'hallucination-guessing-pays': [
    '++ Grading is binary, and if you say "I don\'t know" you get zero, just like for a wrong answer. So guessing is always the better strategy.',
    '-+ The benchmarks reward guessing.',
    '-- The benchmarks are in the training data, so models learn them by heart.',
    '++ 打分只看对错，回答“不知道”得零分，跟答错没区别，所以瞎猜总比弃答划算。',
    '-+ 因为现在的评分其实是在鼓励模型瞎猜。',
    '-- 因为基准题目混进了训练数据，模型背下了答案。',
  ],
  'model-collapse-tails': [
    '+++ Each model is trained on a finite sample, in which rare things never appear; the next model gives them an even lower probability, and after some generations the distribution has narrowed.',
    '+-- Rare cases are rarely sampled, so they drop out.',
    '--- Because the optimiser is too strong and overfits the common words.',
    '+++ 每一代都只是有限样本，罕见的内容采样不到；下一代学到的概率更低，误差逐代累积，分布越来越窄。',
    '+-- 因为罕见的东西很少出现在输出里。',
    '--- 因为模型参数太少，记不住。',
  ],
  'wsd-branching': [
    '+++ In the stable phase the learning rate stays constant and does not depend on where you stop, so from any checkpoint a short decay gives a finished model. With cosine the schedule needs the total steps in advance, and another length means another run.',
    '-+- You just branch off with a short decay.',
    '--- WSD uses a bigger batch at the end.',
    '+++ 稳定阶段学习率恒定，与终点无关，可以从任一检查点分出一小段衰减得到成品；余弦要预定总步数，换个长度就得重新训练。',
    '-+- 因为随时可以分出一小段做退火。',
    '--- 因为它的数据质量更高。',
  ],
  'linear-recurrence-parallel': [
    '+++ The step is linear in the state and depends only on the input, so two steps combine into one of the same form; that operation is associative, and a prefix scan does it in logarithmic depth.',
    '-+- Because two steps can be merged.',
    '--- Because it has no attention and uses less memory.',
    '+++ 每一步对状态是线性的，系数只取决于 token；两步可以合并成一步，满足结合律，所以能用并行扫描。',
    '--+ 因为可以用前缀扫描来算。',
    '--- 因为它不用注意力，显存更小。',
  ],
  'on-policy-distillation-why': [
    "+++ At run time the student continues its own text with its own mistakes, which the teacher's texts never show: a mismatch in distribution, so errors compound unless it learns to recover.",
    '-+- There is a distribution mismatch.',
    '--- Because the teacher is too expensive to run.',
    '+++ 使用时学生接着自己的输出往下写，教师的文本里没见过这种分布，误差会越来越大，学不会纠正。',
    '+-- 因为学生使用时写的是自己生成的内容。',
    '--- 因为教师写得太慢、太贵。',
  ],
  'prefix-cache-not-in-the-middle': [
    '++ Every token has attended to everything before it, so with another introduction its keys change and its values change.',
    '+- It depends on the earlier text.',
    '-- Since the two documents are stored on other machines.',
    '++ 每个 token 都注意过前面的内容，引言换了，状态就不同。',
    '+- 因为它依赖前文。',
    '-- 因为缓存太大，放不下。',
  ],
  'compaction-risk': [
    '++ You only find out later what matters, and then the detail is gone.',
    '+- Nobody can predict what will be needed.',
    '-- Because summaries cost tokens.',
    '++ 哪个细节重要要到以后才知道，可是省略掉的已经丢失，找不回来了。',
    '+- 因为事先不知道什么重要。',
    '-- 因为写摘要要花 token。',
  ],
  'ground-truth-each-step': [
    '++ The tests give feedback from the environment, so it can fix a mistake early.',
    '+- It gets real information from outside.',
    '-- Because it spends more tokens on thinking.',
    '++ 测试结果是来自环境的真实反馈，错误能及早发现并改正。',
    '+- 因为有外部的客观信息。',
    '-- 因为它想得更久。',
  ],
  'cot-monitoring-fragile': [
    '++ If we reward nice-looking reasoning in training, models learn to hide things; and models that think in latent vectors write no text at all.',
    '-+ Reasoning in a latent space would end it.',
    '-- Larger context windows and cheaper chips.',
    '++ 一是训练时奖励或惩罚推理内容，模型学会隐藏；二是在隐空间里推理，没有文字可看。',
    '-+ 如果模型改用连续的隐向量来思考。',
    '-- 模型变大、变快。',
  ],
  'role-markers-bind-nothing': [
    '+++ They are all just tokens in one sequence. Which of them counts more has to be learned in training, and what was learned can fail.',
    '-+- A priority has to be trained.',
    '--- Because users cannot see the special tokens.',
    '+++ 它们都只是同一个序列里的 token，谁优先要靠训练学会，而且并非总是有效。',
    '-+- 优先级要靠微调才学得到。',
    '--- 因为用户看不到这些符号。',
  ],
  'latent-thoughts-gain-and-loss': [
    '++ A vector can hold several alternatives at once, but nobody can oversee it: there is no text to check.',
    '-+ The thoughts can no longer be read.',
    '-- It needs more memory and more layers.',
    '++ 一个向量可以同时保留多种可能，但思考过程不可读。',
    '-+ 坏处是没有文字，看不懂它在想什么。',
    '-- 速度慢，更费显存。',
  ],
  'same-preferences-ppo-dpo': [
    '+++ PPO is on-policy: it scores its own samples with a reward model that generalises to unseen answers. DPO is offline and only knows the fixed data.',
    '--+ DPO is off-policy.',
    '--- PPO has more parameters.',
    '+++ PPO 在线采样，用奖励模型给自己的新回答打分；DPO 是离线的，只见过固定的数据。',
    '--+ 因为 DPO 只用离线数据。',
    '--- 因为 PPO 的学习率更小。',
  ],
  'residual-stream-adds': [
    '+++ Each layer reads the sum of what came before and does not overwrite it, so later layers can read directly what an early layer wrote.',
    '--+ It can use earlier results directly.',
    '--- It makes training need less memory.',
    '+++ 每一层读到的是前面各层输出的累加，再把自己的加上去，不会覆盖，所以后面的层可以直接用早先写入的内容。',
    '-+- 只是把自己的输出加上。',
    '--- 可以省显存。',
  ],
  'logprob-split-over-wordings': [
    '+++ The probability is spread over many wordings of the same answer, and a longer sentence multiplies more factors; you would have to sum over those that mean the same.',
    '-+- Longer sentences get lower values.',
    '--- Because the model was never trained on geography.',
    '+++ 概率分散在不同说法上，句子越长乘积越小，应当把意思相同的加起来。',
    '-+- 因为句子越长，连乘的结果越小。',
    '--- 因为温度设得太高。',
  ],
  'length-growth-two-causes': [
    '++ Good: longer thinking solves more problems. Bad: the loss is divided by length, so long wrong answers are penalised less.',
    '-+ It may be a length bias of the loss.',
    '-- The context window was made larger.',
    '++ 好的解释：想得更久能做对更多题。不好的解释：损失除以长度，长的错误答案惩罚更轻。',
    '-+ 可能是损失的长度偏差造成的。',
    '-- 因为上下文窗口变大了。',
  ],
  'known-entity-misfire': [
    '++ The name looks familiar although nothing else is known about it; the default refusal is suppressed and it makes something up.',
    '-+ The default refusal is suppressed.',
    '-- The training data contained errors.',
    '++ 名字听说过，其他一无所知；默认的拒答被抑制，于是编造答案。',
    '-+ 默认的拒答被抑制了。',
    '-- 训练数据里有错误。',
  ],
};

const pointsOf = (id: string) => (items.get(id)?.points ?? []).map(({ words }) => ({ text: '', words }));
const foundIn = (text: string, id: string) =>
  findPoints(text, pointsOf(id), simplify)
    .map((found) => (found ? '+' : '-'))
    .join('');
const split = (row: string) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)] as const;

test('each question to recall has points, and answers to try them with', () =>
  expect(Object.keys(answers).sort()).toEqual([...items.keys()].sort()));

describe.each([...items.values()])('$id', ({ id, stem }) => {
  const rows = (answers[id] ?? []).map(split);

  it('finds the points of answers in own words', () =>
    expect(rows.map(([, text]) => `${foundIn(text, id)} ${text}`)).toEqual(answers[id]));

  it.each(languages)('is tried in %s with all, some and none of its points', (lang) => {
    const marks = rows.filter(([, text]) => han.test(text) === (lang === 'zh')).map(([found]) => found);
    expect(marks.map((found) => [...new Set(found)].sort().join(''))).toEqual(['+', '+-', '-']);
  });

  it.each(languages)('gives no point away in its stem, in %s', (lang) =>
    expect(foundIn(pickLanguage(stem, lang), id)).not.toContain('+'),
  );

  it('has words for each point in both languages', () => {
    for (const { words } of pointsOf(id))
      expect(new Set(words.map((word) => han.test(word))).size, words.join()).toBe(2);
  });
});
