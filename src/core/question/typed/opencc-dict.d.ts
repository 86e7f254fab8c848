/** A dictionary as opencc-js ships it, without types of its own: pairs of texts, separated by bars. */
declare module 'opencc-js/dict/*' {
  const pairs: string;

  export = pairs;
}
