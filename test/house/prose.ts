/** A form that our texts avoid, what they say instead, and a text in which it stands. */
export interface Avoided {
  readonly form: RegExp;
  readonly instead: string;
  /** What the test of this list proves the form by. */
  readonly sample: string;
}

/** THE WORD LIST of everything that we print: it holds for docs, help, errors, messages and the session alike. */
export const avoided: readonly Avoided[] = [
  { form: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix', sample: 'mend what can be mended' },
  { form: /\banew\b/i, instead: 'again, from scratch', sample: 'check anew' },
  { form: /\b(?:told|tells?|telling) of\b/i, instead: 'reports, lists', sample: 'is told of at once' },
  { form: /\bspeaks?\b(?! (?:English|Chinese))/i, instead: 'reports', sample: 'a rule may speak up' },
  { form: /\bslips?\b/i, instead: 'mistake, typo', sample: 'two spaces are a slip' },
  { form: /\bdoubles\b/i, instead: 'duplicates', sample: 'the first of two doubles' },
  { form: /\bwrong call\b/i, instead: 'usage error', sample: 'a wrong call exits with 2' },
  { form: /\bbegun\b/i, instead: 'started', sample: 'Begun: 3 of 559' },
  { form: /\basked any more\b/i, instead: 'suspended', sample: 'Not asked any more' },
  { form: /\bamendments?\b|\bI was right\b/i, instead: 'correction', sample: 'undo an amendment' },
  { form: /\bmay not be (?:written|read)\b/i, instead: 'no permission', sample: 'x may not be written' },
  {
    form: /\bof (?:one|its|your|their)(?:['’]s)? own\b/i,
    instead: 'your own …',
    sample: 'a bank of one’s own',
  },
  { form: /\bone['’]s\b/i, instead: 'your, the author’s', sample: 'to know one’s mind' },
  { form: /\bstatements? of (?:the )?notes\b/i, instead: 'note', sample: 'a statement of the notes' },
  { form: /\b\d+ cells?\b|\bin cells\b/i, instead: 'columns', sample: '46 cells to 31' },
  { form: /\bideographs?\b/i, instead: 'Chinese character', sample: 'an ideograph counts as two' },
  { form: /\btruth values?\b/i, instead: 'boolean, true or false', sample: 'a truth value' },
  { form: /\bparted\b/i, instead: 'separated', sample: 'parted by semicolons' },
  { form: /\bleav(?:e|es|ing) (?:\S+ ){0,3}out\b/i, instead: 'drop, omit', sample: 'leave the option out' },
  { form: /\b\d+ (?:times )?(?:in|of) 100\b/i, instead: '97%', sample: 'right 97 times in 100' },
  { form: /\d[ \u00a0]%/, instead: '22%', sample: 'guessable: 22 %' },
  {
    form: /(?:^|[.;:,] )who(?:ever)? [^.;?]*(?:[.;]|$)/i,
    instead: 'guessers, learners',
    sample: 'Who knows picks it.',
  },
  {
    form: /\b(?:whoever|whosoever|who knows nothing)\b/i,
    instead: 'guessers',
    sample: 'shown to whoever picks it',
  },
  { form: /(?:^|[.;:] )where [^.;:?]*, /i, instead: 'if, when', sample: 'Where it is offered, it is right.' },
  {
    form: /\bwhere (?:there|it) (?:is|are)\b/i,
    instead: 'if, when',
    sample: 'the first, where there is one',
  },
  {
    form: /(?:^|: )there (?:is|are) no\b/i,
    instead: 'unknown, cannot find',
    sample: 'There is no nope: name one',
  },
  { form: /\bthat there (?:is|are)\b/i, instead: 'all', sample: 'all rules that there are' },
  {
    form: /\b(?:is|are) none\b(?! of\b)/i,
    instead: 'is not one',
    sample: 'it looks like a letter and is none',
  },
  { form: /\bas a rule\b/i, instead: 'usually', sample: 'three options as a rule' },
  { form: /\bhangs? on\b/i, instead: 'belongs to, is stored under', sample: 'memories hang on ids' },
];

/** What of a text is quoted from elsewhere: code, and texts in quotation marks. */
const quoted = /```.*?```|``.+?``|`[^`\n]*`|“[^”]*”/gs;

/** The avoided forms of a list that stand in a text, each with what to say instead; code and quotations aside. */
export function avoidedIn(text: string, list: readonly Avoided[] = avoided): readonly string[] {
  const own = text.replace(quoted, '“”');
  return list.flatMap(({ form, instead }) => {
    const found = form.exec(own)?.[0];
    return found === undefined ? [] : [`“${found}”: say ${instead}`];
  });
}
