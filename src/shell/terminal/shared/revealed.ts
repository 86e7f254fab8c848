import type { Lang } from '#core/base/text.ts';
import type { Prompt } from '#core/question/prompt.ts';
import { loadDictionary } from '#core/question/typed/dictionaries.ts';
import { findPoints } from '#core/question/typed/points.ts';
import { type Line, makeSpan } from '#shell/page/line.ts';
import { keyLinesOf } from './wording.ts';
import { labelOf, wordFor } from './words.ts';

type RevealPrompt = Pick<Extract<Prompt, { readonly type: 'reveal' }>, 'key' | 'points'>;

/** The correct answer as it is revealed; below it what was typed, and which of its points were found in that. */
export async function revealedLinesOf(
  { key, points }: RevealPrompt,
  text: string,
  lang: Lang,
): Promise<readonly Line[]> {
  if (text === '') return keyLinesOf(key, lang);
  const found = await pointsIn(text, points);
  return [
    [labelOf('yourText', lang), text],
    ...keyLinesOf(key, lang),
    ...points.map(
      (point, i): Line =>
        found[i] === true
          ? [makeSpan('good', '+ '), point.text]
          : [makeSpan('warn', '- '), makeSpan('dim', point.text)],
    ),
    ...(points.length === 0 ? [] : [[makeSpan('dim', wordFor('pointsSeen', lang))]]),
  ];
}

/** Chinese in which something is missing is read again in simplified characters. */
async function pointsIn(text: string, points: RevealPrompt['points']): Promise<readonly boolean[]> {
  const found = findPoints(text, points);
  if (found.every(Boolean) || !/\p{Script=Han}/u.test(text)) return found;
  const { simplify } = await loadDictionary('simplify').catch(() => ({ simplify: undefined }));
  return findPoints(text, points, simplify);
}
