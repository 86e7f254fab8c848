/** The words that rules look for, in one language. */
export interface Lexicon {
  /** Hedges: words that soften a claim. */
  readonly hedge: RegExp;
  /** Absolute words, which allow no exception. */
  readonly absolute: RegExp;
  readonly negation: RegExp;
  /** Words for vague frequencies, which readers understand differently. */
  readonly frequency: RegExp;
  /** Words for both of two things. */
  readonly both: RegExp;
  /** Words that join clauses or things. */
  readonly joining: RegExp;
  readonly allOfTheAbove: RegExp;
  readonly noneOfTheAbove: RegExp;
  /** Words for the present, whenever the text is read. */
  readonly present: RegExp;
  /** Words for the reader or for somebody in a case, of whom a question tells. */
  readonly someone: RegExp;
  /** A whole stem that asks what is true, without naming a subject. */
  readonly bareQuestion: RegExp;
  /** Words that ask for an abbreviation or a full name. */
  readonly asksForForm: RegExp;
  /** Words that ask without a question mark. */
  readonly asks: RegExp;
  /** A question that yes or no would answer. */
  readonly yesOrNo: RegExp;
  /** A question that asks a second thing after the first. */
  readonly secondQuestion: RegExp;
  /** A question that asks for a list of four or more things. */
  readonly asksForList: RegExp;
  /** The word before the last thing of a list. */
  readonly lastOfList: RegExp;
  /** Words that refer to an option by letter or position; the letter or number is in a named group. */
  readonly optionByPlace: RegExp;
  /** Words that say nothing about a subject. */
  readonly functionWords: ReadonlySet<string>;
}
