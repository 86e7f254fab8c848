import { aliasesOf } from '#core/bank/aliases.ts';
import { shippedBankId } from '#core/bank/bank-id.ts';
import { formatCount } from '#core/base/format-count.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import { type BankStore, storeStampOf } from '#shell/bank/bank-store.ts';
import { openShippedBank } from '#shell/bank/open-bank.ts';
import { readBankBook } from '#shell/log/bank-register.ts';
import { findClaim, type OwnBankAtHand } from '#shell/log/find-claim.ts';
import { reportLines } from '#shell/page/print.ts';
import type { Paths } from '#shell/system/paths.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';

/** Asks a question of yes or no on the terminal; the exit code if the learner leaves. */
export type AskWhether = (
  world: World,
  alternative: { readonly text: string; readonly yes: Text; readonly no: Text },
  lang: Lang,
) => Promise<boolean | ExitCode>;

/** The name of a bank that the learner used, by one of its ids; the id if it has none. */
export function describeBank(
  id: string | undefined,
  { events }: Pick<Paths, 'events'>,
  world: World,
  lang: Lang,
): string {
  const known =
    id === undefined ? undefined : readBankBook(events, world.machine()).banks.find(({ ids }) => ids.has(id));
  const name = known?.title === undefined ? (known?.path ?? id) : pickLanguage(known.title, lang);
  return neutraliseLine(name ?? shippedBankId);
}

type Doubt = Parameters<OwnBankAtHand['place']['isSame']>[0];

/** Finds out which events count for a bank; asks whether it is one that was used, if that is in doubt. */
export function findBankClaim(
  world: World,
  { events }: Pick<Paths, 'events'>,
  bank: BankStore,
  lang: Lang,
  ask: AskWhether,
) {
  const { index, path } = bank;
  const aliases = aliasesOf(index);
  if (path === undefined) return findClaim(aliases);
  return findClaim(aliases, {
    bank: { ...factsOf(bank), ...index.about, path, digest: bank.digest(), aliases },
    place: {
      events,
      machine: world.machine(),
      now: world.now(),
      shipped: () => factsOf(openShippedBank(world)),
      shippedStamp: storeStampOf(world.shippedBank),
      isSame: (doubt) => askIfSame(doubt, world, lang, ask),
      warn: (reason) => reportLines(world, [describeUnnoted(path, pickLanguage(reason, lang), lang)]),
    },
  });
}

const factsOf = (bank: BankStore) => ({
  heads: bank.index.heads,
  stems: () => [...bank.entries()].map(({ item }) => item.stem),
});

/** Asks whether a bank is one that was used; undefined if nobody can be asked, which is said. */
async function askIfSame(
  doubt: Doubt,
  world: World,
  lang: Lang,
  ask: AskWhether,
): Promise<boolean | undefined> {
  if (world.stdout.isTTY !== true || world.stdin.isTTY !== true) {
    reportLines(world, [describeTakenForNew(doubt, lang)]);
    return undefined;
  }
  const answer = await ask(world, { text: describeDoubt(doubt, lang), ...choices }, lang);
  if (typeof answer === 'boolean') return answer;
  throw new UserError(inLanguage(lang)('Nothing was changed.', '未作更改。'), answer === 0 ? 1 : answer);
}

const choices = {
  yes: { en: 'the same bank', zh: '同一个题库' },
  no: { en: 'another bank', zh: '另一个题库' },
};

function describeDoubt(doubt: Doubt, lang: Lang): string {
  return inLanguage(lang)(
    `${sharedText(doubt, lang)}\nIf it is the same bank, what you know of these questions counts. If it is another one, all its questions are new.`,
    `${sharedText(doubt, lang)}\n如果是同一个题库，这些题的学习记录继续有效；如果是另一个题库，其中的题目都算新题。`,
  );
}

function describeTakenForNew(doubt: Doubt, lang: Lang): string {
  const id = neutraliseLine(doubt.like.id);
  return inLanguage(lang)(
    `${sharedText(doubt, lang)} It counts as another bank. If it is the same, write \`id: ${id}\` into its bank.yaml.`,
    `${sharedText(doubt, lang)}现按另一个题库处理。如果是同一个题库，请在其 bank.yaml 中写入 \`id: ${id}\`。`,
  );
}

function sharedText({ path, like, overlap, items }: Doubt, lang: Lang): string {
  const t = inLanguage(lang);
  const place = neutraliseLine(path);
  const { ids, same } = overlap;
  if (like.path === path)
    return t(
      `The bank in ${place} has changed: ${ids} of its ${formatCount(items, 'question')} were in it before, ${same} with the same text.`,
      `${place} 的题库变化很大：${items} 道题中只有 ${ids} 道是原来就有的，其中 ${same} 道内容未变。`,
    );
  const name = neutraliseLine(
    like.title === undefined ? (like.path ?? like.id) : pickLanguage(like.title, lang),
  );
  return t(
    `The bank in ${place} has ${ids} of its ${formatCount(items, 'question')} in common with a bank that you have used (${name}), ${same} with the same text.`,
    `${place} 的 ${items} 道题中，有 ${ids} 道与你用过的题库（${name}）相同，其中 ${same} 道内容也一样。`,
  );
}

const describeUnnoted = (path: string, reason: string, lang: Lang): string =>
  inLanguage(lang)(
    `It could not be noted which bank ${neutraliseLine(path)} is (${neutraliseLine(reason)}), so that after changes it may count as another one.`,
    `未能记下 ${neutraliseLine(path)} 是哪个题库（${neutraliseLine(reason)}），改动后可能会被当作另一个题库。`,
  );
