import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, textsIn } from '#core/check/views/file-texts.ts';

export const textPlaceholder: Rule = {
  id: 'text/placeholder',
  severity: 'warning',
  summary: 'Every text must be written: no TODO, no lorem ipsum, no “rationale here”.',
  why: 'Learners read it as it is, and an empty explanation is what they take away from a mistake.',
  bad: makeSampleDeck(
    'It joins the most frequent pair of symbols into one, again and again.',
    'TODO write the rationale',
  ),
  good: sampleDeck,
  *check({ files }) {
    for (const source of files)
      for (const found of textsIn(source)) {
        if ((found.text.length > longest && !isOfAnyLength.test(found.text)) || !isPerhaps.test(found.text))
          continue;
        const mark = placeholderIn(found);
        if (mark !== undefined) yield findInText(found, `\`${mark}\` is a placeholder; write the text`);
      }
  },
};

/** Longer texts are placeholders only if they begin as some do. */
const longest = 120;
const isOfAnyLength = /^\s*(?:lorem|x|[<?（(【[]|此处|请填|ここに|(?:à|a) (?:compl|r[ée]d))/i;

/** A cheap pre-test. */
const isPerhaps =
  /todo|fixme|tb[da]|xx|lorem|\?\?|here|placeholder|to be |fill|insert|asdf|qwert|foo|test|n\/a|none|^[\s.…?_-]*$|待|暂无|略|同上|[补填]|ergänz|ausfüllen|einfüg|compléter|rédiger|completar|pendiente|記入|追記|書く|未定|〇〇|○○|仮|ここに|rivedere|completare|einzufügen|folgt/i;

/** What no text of a bank says. */
const surely =
  /^\s*(?:(?:TODO|FIXME|TBD|TBA|XXX)(?![\p{L}\p{N}_-])(?=.{0,80}$)(?!(?:\s+\w+)?\?)[^?]*|lorem ipsum.*|(?:x{2,}[\s.,]*){2,}|x{4,}|(?:asdf|qwerty?)\w*|\?{3,}|<[^<>]*(?:here|todo|placeholder)[^<>]*>|placeholder(?: text)?[.!]?|(?:(?:your|the|an?|some|put|write|insert|enter|add|type|fill in) )*(?:question|stem|answer|rationale|explanation|reason|hint|title|text|description|why) (?:goes |comes )?here[.!…]*|to be (?:done|written|added|filled in|completed|translated|determined|announced)[.!…]*|(?:fill|insert|write|add)(?: this)? (?:in )?later[.!…]*|[（(【[]?(?:待补充?|待填写?|待完善|待定|待翻译|待编写|此处填写.*|请填写.*|暂无(?:解析|说明|解释)?|解析待补)[）)】\]。.…]*|(?:noch )?(?:zu ergänzen|auszufüllen|ausfüllen|ergänzen)[.!…]*|(?:hier )?(?:(?:die|den|eine) )?(?:begründung|erklärung|text|frage|antwort) (?:einfügen|einzufügen|ergänzen|hier|folgt)(?: später)?[.!…]*|(?:text|begründung|erklärung|antwort) (?:hier )?(?:einfügen|folgt)[.!…]*|(?:à|a) (?:compléter|completer|rédiger|rediger|traduire)(?: (?:plus tard|par .{0,60}|[—–-] .{0,80}))?[.!…]*|(?:da|a) (?:completare|scrivere|tradurre)[.!…]*|(?:por|a) (?:completar|escribir|traducir)[.!…]*|pendiente(?: de (?:completar|escribir|traducir))?[.!…]*|(?:.{0,8}ここに.{0,20}(?:記入|入力|書く|書け|書いて)(?:ください)?|.{0,8}ここに書く|(?:後|あと)で(?:書く|追記|記入|書きます)|要追記|未記入|未定|[（(]仮[）)]|[〇○]{2,}[。.…]*)[。.…]*)\s*$/isu;

/** What is an answer elsewhere, but no explanation. */
const noExplanation =
  /^\s*(?:n\/?a|none|nil|null|no (?:rationale|explanation|reason)|foo(?: bar)?|test(?: test)*|blah(?: blah)*|[.…\-–—_?!]+|see above|as above|same(?: as above)?|略|同上|无|没有|解析略|siehe oben|keine?|wie oben|voir ci-dessus|idem|ver arriba|ninguna|同様|なし|ok)[.!。]?\s*$/iu;

const explaining: ReadonlySet<string | number> = new Set(['rationale', 'why', 'hint', 'intro', 'primer']);
const answers: ReadonlySet<string | number> = new Set([
  'key',
  'keys',
  'text',
  'accept',
  'reject',
  'distractors',
  'all',
  'items',
]);

function placeholderIn(found: FileText): string | undefined {
  const { text, step } = found;
  const fields = [step.key, step.parent?.key, step.parent?.parent?.key];
  const field = fields.find(
    (key) => typeof key === 'string' && (explaining.has(key) || answers.has(key) || key === 'stem'),
  );
  const isAnswer = field !== undefined && answers.has(field);
  // `TODO` may be an answer; a text of two words of it is none.
  const isFound = isAnswer
    ? /^\s*(?:lorem ipsum|(?:x{2,}[\s.,]+){2,}x{2,}|[（(]仮[）)]\s*$|[〇○]{2,}\s*$|ここに.{0,12}(?:書く|記入|入力)|(?:à|a) (?:compléter|rédiger)\s*$|(?:noch )?(?:zu ergänzen|auszufüllen)\s*$)/i.test(
        text,
      )
    : surely.test(text) || (field !== undefined && explaining.has(field) && noExplanation.test(text));
  return isFound ? shorten(text.trim()) : undefined;
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
