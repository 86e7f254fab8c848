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
  'glam-and-glm-apart': [
    '++++ GLaM comes from Google and is a sparse MoE with 1.2T parameters and an ordinary next-token objective. GLM-130B is a dense bilingual model by Tsinghua, trained to fill in blanks.',
    '+-+- GLaM is a mixture of experts; GLM-130B is dense and made for Chinese and English.',
    '---- They are two versions of the same model and differ in size alone.',
    '++++ GLaM 是谷歌的 MoE，稀疏激活，预测下一个词；GLM-130B 是清华的中英双语稠密模型，用填空的方式训练。',
    '+-+- GLaM 是混合专家模型，GLM-130B 是稠密模型。',
    '---- 是同一个模型的前后两个版本，只有参数量不同。',
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
  'induction-heads-strength-of-evidence': [
    '++ Small models: strong evidence, since interventions show that the heads cause it. In big models they only see a correlation.',
    '-+ With MLPs it is only correlated.',
    '-- There is no difference; it was proved for models of every size.',
    '++ 小模型上的证据强，有因果实验支持；大模型上只是看到两者同时出现，属于相关性。',
    '-+ 大模型那边只有相关性，还不能下定论。',
    '-- 两种模型的证据一样充分。',
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
