import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { wordingsOf } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { hasDecimalComma } from '#core/question/typed/show-number.ts';

const rhine = `title: Flüsse
language: de
items:
  - id: rheinlaenge
    kind: number
    level: 1
    tags: [rhein]
    stem: Wie lang ist der Rhein?
    key: 1.233
    unit: km
    rationale: Lange galten 1.320 km, bis ein Zahlendreher in alten Nachschlagewerken auffiel.
    sources: [{ title: Internationale Kommission für die Hydrologie des Rheingebietes, url: "https://www.chr-khr.org/" }]
`;

export const itemThousandsPoint: Rule = {
  id: 'item/thousands-point',
  severity: 'warning',
  summary: 'A number in a file must not have a point before its thousands.',
  why: 'YAML reads 40.075 as a number a little above forty, whatever the language of the deck, and learners who type 40075 would be wrong.',
  bad: rhine,
  good: rhine.replace('key: 1.233', 'key: 1233'),
  check: checkItemsThat(['type-number'], function* (located): Generator<ItemFinding> {
    if (!hasDecimalComma(located.language)) return;
    for (const field of ['key', 'tolerance']) {
      const written = writtenAt(located, [field]);
      if (!grouped.test(written) || isDecimal(located, written)) continue;
      const whole = written.replace('.', '');
      yield {
        at: [field],
        message: `\`${written}\` is less than a thousand, since a point in a number of the file begins its decimals; write ${whole}, or ${written}0 if decimals are meant`,
      };
    }
  }),
};

const grouped = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;

const writtenAt = ({ source, path }: LocatedItem, at: DataPath): string =>
  source.written([...path, ...at])?.trim() ?? '';

/** True if a text of the question has the number with a comma before its decimals: `3,142`. */
function isDecimal({ item }: LocatedItem, written: string): boolean {
  const [whole = '', decimals = ''] = written.replace(/^[-+]/, '').split('.');
  // The last decimal may be rounded, and there may be more of them.
  const comma = new RegExp(`(?<![\\d.])${whole},${decimals.slice(0, 2)}\\d*(?!\\d)`);
  return [item.stem, item.rationale, item.hint ?? ''].some((text) =>
    wordingsOf(text).some((wording) => comma.test(wording)),
  );
}
