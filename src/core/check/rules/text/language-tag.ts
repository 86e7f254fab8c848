import { describeTag } from '#core/bank/shape/language-names.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, pathOf, shortFields, shortKeysIn, textsIn } from '#core/check/views/file-texts.ts';
import { isMapping } from '#core/yaml/data.ts';
import type { YamlSource } from '#core/yaml/source.ts';

const bilingual = (tag: string) =>
  makeSampleDeck('key: Byte-pair encoding', `key: { en: Byte-pair encoding, ${tag}: 字节对编码 }`)
    .replace('title: Tokens', `title: { en: Tokens, ${tag}: 词元 }`)
    .replace(
      'stem: What does BPE stand for?',
      `stem: { en: What does BPE stand for?, ${tag}: BPE 代表什么？ }`,
    )
    .replace(
      /rationale: (.*)/,
      `rationale: { en: "$1", ${tag}: 它一次又一次地把最常见的一对符号合并成一个。 }`,
    );

export const textLanguageTag: Rule = {
  id: 'text/language-tag',
  severity: 'warning',
  summary: 'Texts must stand under the tags of their languages: `zh` and not `cn`, `ja` and not `jp`.',
  why: 'A text under the code of a country is never shown: `--lang zh` looks for `zh`.',
  bad: bilingual('cn'),
  good: bilingual('zh'),
  *check({ files }) {
    for (const source of files) {
      yield* named(source);
      const doubtful = new Map([...shortKeysIn(source)].flatMap((key) => doubtOf(key)));
      if (doubtful.size > 0) yield* inTexts(source, doubtful);
    }
  },
};

function doubtOf(key: string): readonly (readonly [string, string])[] {
  const doubt = shortFields.has(key) || !/^[a-z]+$/.test(key) ? undefined : describeTag(key);
  return doubt === undefined ? [] : [[key, doubt]];
}

/** Yields the finding on the language that a deck or bank names. */
function* named(source: YamlSource): Generator<Finding> {
  const language = isMapping(source.data) ? source.data.language : undefined;
  const doubt = typeof language === 'string' ? describeTag(language) : undefined;
  if (doubt !== undefined)
    yield { path: source.path, at: source.place(['language']), message: `\`${language}\` ${doubt}` };
}

/** Yields a finding for each such tag, where it stands first. */
function* inTexts(source: YamlSource, doubtful: ReadonlyMap<string, string>): Generator<Finding> {
  const reported = new Set<string>();
  for (const found of textsIn(source)) {
    const tag = String(found.step.key);
    const doubt = doubtful.get(tag);
    if (doubt === undefined || reported.has(tag) || isBlank(found)) continue;
    reported.add(tag);
    yield { path: source.path, at: source.place(pathOf(found), 'key'), message: `\`${tag}\` ${doubt}` };
  }
}

/** Returns whether the key is the name of a blank. */
const isBlank = ({ step }: FileText) => step.parent?.key === 'accept' || step.parent?.key === 'blanks';
