import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { findInText, itemAt, pathOf, textsIn } from '#core/check/views/file-texts.ts';
import type { YamlSource } from '#core/yaml/source.ts';

export const textHtml: Rule = {
  id: 'text/html',
  severity: 'info',
  summary: 'Texts should have no HTML tags or entities, unless they are about HTML.',
  why: 'Texts are shown as they stand, so learners read `<b>` and `&nbsp;`. Imports from other tools bring them in.',
  bad: makeSampleDeck('the most frequent pair', 'the <b>most frequent</b> pair'),
  good: makeSampleDeck('the most frequent pair', 'the **most frequent** pair'),
  *check({ files }) {
    for (const source of files) {
      if (!hint.test(source.text)) continue;
      for (const found of textsIn(source)) {
        if (!hint.test(found.text)) continue;
        const markup = markupIn(found.text.replace(code, ''));
        if (markup === undefined || isAbout(source, pathOf(found))) continue;
        yield findInText(found, `\`${markup}\` is shown as it stands; ${adviceFor(markup)}`);
      }
    }
  },
};

const hint = /<\/?[a-z][a-z0-9]*[^<>]*>|&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});/i;
const code = /```[\s\S]*?```|`[^`]*`/g;

/** A tag that sets the text in it, one that breaks lines, or a picture. */
const tags =
  /<(b|i|u|em|strong|sub|sup|p|span|div|font|small|big|center|tt|code|pre|li|ul|ol|h[1-6]|a|s|strike|mark)(?:\s[^<>]*)?>[^<>]+<\/\1>|(?<=\S\s*)<br\s*\/?>|<img\s[^<>]*>|<\/?(?:p|div|ul|ol|li)(?:\s[^<>]*)?>(?=\s*\p{L})/iu;
const entity =
  /&(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|deg|times|[a-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|ring)|szlig|euro|#\d{2,6}|#x[\da-f]{2,6});/i;

const markupIn = (text: string): string | undefined => (tags.exec(text) ?? entity.exec(text))?.[0];

/** Whether the question, or the whole deck, is about such markup. */
function isAbout(source: YamlSource, path: readonly (string | number)[]): boolean {
  const [list, index] = path;
  const id = itemAt(source, path);
  const data = Object(source.data);
  const item = id === undefined ? undefined : Object(data[list ?? ''])[index ?? ''];
  return subject.test(JSON.stringify([data.title, data.intro, Object(item).stem, Object(item).tags]) ?? '');
}

const subject =
  /\b(?:x?html5?|xml|jsx|svg|tags?|markup|entit(?:y|ies)|dom|elements?|css|react|vue|angular|web|escap\w+)\b|标签|标记|实体|元素|转义|タグ|要素/i;

const letters: Readonly<Record<string, string>> = {
  ...{
    '&nbsp;': 'a space',
    '&amp;': '`&`',
    '&lt;': '`<`',
    '&gt;': '`>`',
    '&quot;': '`"`',
    '&#39;': "`'`",
    '&apos;': "`'`",
  },
};

function adviceFor(markup: string): string {
  const known = letters[markup.toLowerCase()];
  if (known !== undefined) return `write ${known}`;
  if (markup.startsWith('&')) return 'write the character itself';
  if (/^<(?:b|strong)\b/i.test(markup)) return 'write **…** for bold';
  if (/^<(?:i|em)\b/i.test(markup)) return 'write *…* or nothing';
  if (/^<(?:code|tt|pre)\b/i.test(markup)) return 'put code in backticks';
  if (/^<(?:sub|sup)\b/i.test(markup)) return 'write the raised or lowered character itself, such as `²`';
  if (/^<img/i.test(markup)) return 'a terminal shows no pictures, so ask without it';
  return /^<br/i.test(markup) ? 'begin a new line' : 'remove the tags';
}
