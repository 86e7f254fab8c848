const ends =
  /[。！？]|(?<!\b(?:al|vs|cf|etc|e\.g|i\.e|approx|[Ff]ig|[Nn]o|Dr|Mr|Ms|Mrs|St|[zdu]|bzw|ca|usw|[vV]gl|Nr|Abs|evtl|ggf|pág|ej|Srta?|[A-Z]))[.!?]["'”’)]*\s+(?=["“„«'‘([*¿¡]*\p{Lu})/gu;

/** The sentence of a stem that asks: the last with a question mark, else the last. */
export function questionSentenceOf(stem: string): string {
  const sentences: string[] = [];
  let start = 0;
  for (const end of stem.matchAll(ends)) {
    sentences.push(stem.slice(start, end.index + end[0].length).trim());
    start = end.index + end[0].length;
  }
  sentences.push(stem.slice(start).trim());
  const said = sentences.filter((s) => s !== '');
  return said.findLast((s) => /[?？]/.test(s)) ?? said.at(-1) ?? '';
}
