/** Letters that scale a number written in digits; `k` is not among them, which is 1,000 or 1,024. */
export const shortScales: Readonly<Record<string, number>> = {
  m: 1e6,
  mil: 1e6,
  mn: 1e6,
  b: 1e9,
  bil: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
};

/** English words that scale the number before them. */
export const wordScales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
  quintillion: 1e18,
  sextillion: 1e21,
  septillion: 1e24,
  dozen: 12,
};

/** Chinese characters that scale the number before them. */
export const hanziScales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  亿亿: 1e16,
};

/** English words for 0 to 19, each at its place. */
export const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

/** English words for 20 to 90. */
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

// Not `second`, which is a unit too.
const ordinals = 'first third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** English words for numbers, scales aside. */
export const numberWords: ReadonlySet<string> = new Set([...ones, ...tens, ...ordinals]);
