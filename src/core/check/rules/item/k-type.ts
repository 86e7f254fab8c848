import type { DataPath } from '#core/base/data-path.ts';
import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

const joint = String.raw`(?:\s*(?:,|，|、|;|；|/|&|and|和|与|及))+\s*`;
const listOf = (member: string, flags: string) =>
  new RegExp(`^(?:only |只有|仅)?(?:${member})(${joint}(?:${member}))*(?: only)?[.。]?$`, flags);

/** Members, joined or alone, of lists, by how they are numbered. */
const roman = listOf(`[(（]?(?:i{1,3}|iv|vi{0,3}|[ⅰ-ⅹ])[)）]?`, 'iu');
const circled = /^(?:只有|仅)?[①-⑳](\s*(?:[,，、和与及]\s*)?[①-⑳])*[.。]?$/u;
const arabic = listOf(`[(（]?[1-9][)）]?`, 'iu');
const letters = listOf('[(（]?[A-Ha-h][)）]?', 'u');
const verdicts = listOf('true|false|yes|no|correct|incorrect|对|错|正确|错误|真|假', 'iu');

/** A list in the stem: its second member with a sign behind or around it. */
const numberedList = /(?:^|[\s(（;；])2[.)）、:：]/;
const letteredList = /(?:^|[\s(（;；])[Bb][.)）、:：]/;

export const itemKType: Rule = {
  id: 'item/k-type',
  severity: 'info',
  summary: 'Options should be answers, not combinations of statements in the stem.',
  why: 'Knowing one statement rules out half of the combinations, and there is a lot to read for one answer.',
  bad: makeChoiceDeck(
    [
      'Which pair of symbols does BPE join at each step?',
      'BPE may (I) count pairs, (II) join symbols, (III) parse sentences. Which of these does it do?',
    ],
    ['The pair with the highest count', 'I and II'],
    ['The pair with the rarest symbols', 'I and III'],
    ['The pair with the longest symbols', 'II and III'],
    ['The first pair of the corpus', 'III only'],
  ),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], function* (located) {
    for (const { stem, options } of optionSetsOf(located)) {
      const at = combination(stem, options);
      if (at === undefined) continue;
      yield {
        at,
        message:
          'the options combine statements from the stem; use kind `multi` with the statements as options, or ask about one of them',
      };
      // The statements are numbered alike in every language.
      return;
    }
  }),
};

/** Returns the place of the first combination, if most options are combinations. */
function combination(
  stem: string,
  options: readonly { readonly text: string; readonly path: DataPath }[],
): DataPath | undefined {
  const short = options.filter((o) => o.text.length <= 40);
  if (short.length * 2 <= options.length) return undefined;
  const lists = [roman, circled, verdicts];
  if (numberedList.test(stem)) lists.push(arabic);
  if (letteredList.test(stem)) lists.push(letters);
  for (const list of lists) {
    const members = short.flatMap((o) => {
      const found = list.exec(o.text.trim());
      return found === null ? [] : [{ path: o.path, isJoined: found[1] !== undefined }];
    });
    const joined = members.filter((m) => m.isJoined);
    if (members.length * 2 > options.length && joined.length >= 2) return joined[0]?.path;
  }
  return undefined;
}
