import { pinyin } from 'pinyin-pro';

/** True if two Chinese characters can be read alike, whatever their tones. */
export type SoundsAlike = (one: string, other: string) => boolean;

const readingsOf = (character: string): readonly string[] =>
  pinyin(character, { toneType: 'none', multiple: true, type: 'array' });

/** Whether two characters come up for the same keys of an input method: 升 and 昇, 换 and 幻. */
export const isAlikeInSound: SoundsAlike = (one, other) => {
  const readings = new Set(readingsOf(one));
  return readingsOf(other).some((reading) => readings.has(reading));
};
