import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, textsIn } from '#core/check/views/file-texts.ts';

export const textLeftOver: Rule = {
  id: 'text/left-over',
  severity: 'warning',
  summary:
    'No text may hold remains of the conversation in which it was made, such as “Sure, here are five questions”.',
  why: 'Learners read what was meant for the author.',
  bad: makeSampleDeck('What does BPE stand for?', '"Sure, here is a question: what does BPE stand for?"'),
  good: sampleDeck,
  *check({ files }) {
    for (const source of files)
      for (const found of textsIn(source)) {
        if (!isPerhaps.test(found.text)) continue;
        const words = leftOver.exec(found.text.replace(quoted, (all) => '…'.repeat(all.length)))?.[0];
        if (words !== undefined && (!isOnDeck(found) || !/^\s*(?:here|hier|voici|aquí|以下)/i.test(words)))
          yield findInText(found, `\`${words.trim()}\` was said to the author; remove it`);
      }
  },
};

/** Returns whether a text says what a deck is about, which may well begin with “Here are ...”. */
const isOnDeck = ({ step }: FileText) =>
  [step.key, step.parent?.key].some((key) => key === 'intro' || key === 'primer');

/** A cheap pre-test. */
const isPerhaps =
  /here (?:are|is|'s)|\bas an? |as of my|i hope|let me know|would you like|i['’]?m sorry|i cannot|i can['’]t|作为|以下是|希望|hier (?:ist|sind)|als ki|als sprach|voici|en tant que|aquí|como |として|以下[はにが]|質問があれば/i;

const quoted = /“[^“”]*”|"[^"]*"|「[^「」]*」|„[^“”]*[“”]|«[^«»]*»|`[^`]*`/g;

const amount = String.raw`(?:(?:\d+|an?|the|some|your|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|[\p{L}-]+) ){0,4}`;
const leftOver = new RegExp(
  [
    String.raw`^\s*(?:sure|certainly|of course|absolutely|great|okay)[,!.]+ (?:here(?:['’]s| is| are)|i(?:['’]ll|['’]d| will| can| have))(?!\p{L})[^.:]{0,60}`,
    String.raw`^\s*here(?:['’]s| is| are) ${amount}(?:multiple[- ]choice |quiz |true[- /]false |revised |rewritten |improved |possible )?(?:questions?|quiz|flashcards?|rewrite|version|rationale|translation)(?!\p{L})`,
    String.raw`(?<!\p{L})as an? (?:ai|artificial intelligence|(?:large )?language model)(?: (?:language )?(?:model|assistant))?,? i (?:do|don['’]t|can|cannot|can['’]t|am|have|must|would)(?!\p{L})`,
    String.raw`(?<!\p{L})as of my (?:last|latest|knowledge)(?: (?:knowledge|training))? (?:update|cut-?off|training)`,
    String.raw`^\s*i(?:['’]m| am) sorry,? (?:but )?i (?:can['’]t|cannot|am unable)`,
    String.raw`(?<!\p{L})(?:i hope (?:this|these|that) helps|let me know if you(?:['’]d| would| want| need| have)|would you like me to)(?!\p{L})`,
    '作为(?:一个|一名)?(?:AI|人工智能)?(?:大型?)?(?:语言模型|助手|模型)?(?<!作为(?:一个|一名)?)，?我',
    String.raw`^\s*(?:好的|当然(?:可以)?|没问题)[，,！!。][^。：:]{0,20}(?:以下是|这是|下面是)`,
    String.raw`^\s*以下是(?:我?为[您你]|根据)?[^。：:？]{0,20}(?:道|个)[^。：:？]{0,12}题(?!目?的)`,
    '希望(?:这些?|以上)[^。]{0,12}(?:有(?:所)?帮助|帮到)[您你]?',
    String.raw`(?<!\p{L})als (?:ki|ki-sprachmodell|ki-modell|ki-assistent|sprachmodell)(?: \p{L}+)? (?:kann|habe|bin|darf) ich`,
    String.raw`^\s*(?:gerne|natürlich|klar|selbstverständlich)[,!.]+ hier (?:ist|sind)(?!\p{L})`,
    String.raw`^\s*hier (?:ist|sind) ${amount}(?:fragen?|quizfragen?|übersetzung|version)(?!\p{L})`,
    `en tant (?:qu['’]ia|que modèle de langage|qu['’]intelligence artificielle)[^.]{0,20},? je`,
    String.raw`^\s*(?:bien sûr|certainement|d['’]accord) ?[,!.]+ ?voici(?!\p{L})`,
    String.raw`^\s*voici ${amount}questions?(?!\p{L})`,
    String.raw`(?<!\p{L})como (?:modelo de lenguaje|ia|inteligencia artificial)(?: \p{L}+)?, (?:no )?(?:puedo|tengo|soy)`,
    String.raw`^\s*¡?(?:claro|por supuesto|desde luego)[,!.]+ aquí(?!\p{L})`,
    String.raw`^\s*aquí (?:tienes?|están?|hay) ${amount}preguntas?(?!\p{L})`,
    '(?:AI|人工知能)(?:言語モデル|アシスタント)?として、?(?:私は|わたしは)',
    String.raw`^\s*(?:はい|もちろん(?:です)?|承知(?:し|いた)[^。、]*|了解(?:です|しました)?)[、。！!]\s*(?:こちら|以下)`,
    String.raw`^\s*以下(?:は|に)[^。？]{0,20}(?:問|個)[^。？]{0,8}(?:問題|クイズ)?(?:です|を作成)`,
  ].join('|'),
  'iu',
);
