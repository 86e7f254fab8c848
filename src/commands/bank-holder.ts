import { aliasesOf } from '../core/bank/aliases.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import { isHeld } from '../core/learner/banks/bank-book.ts';
import { openShippedBank } from '../shell/bank/open-bank.ts';
import { readBankBook } from '../shell/log/bank-register.ts';
import { UserError, type World } from '../shell/system/world.ts';
import type { Rooms } from './shared/rooms.ts';

/** The error for a question that only another bank of the learner has, with what to type instead; undefined if none has it. */
export function findInOtherBank(
  id: string,
  { bank, history, paths }: Pick<Rooms, 'bank' | 'history' | 'paths'>,
  world: World,
  lang: Lang,
): UserError | undefined {
  const t = inLanguage(lang);
  const said = (other: string, next: string) =>
    new UserError(
      t(
        `\`${neutraliseLine(id)}\` is a question of another bank, ${other}. ${next}`,
        `\`${neutraliseLine(id)}\` 是另一个题库的题：${other}。${next}`,
      ),
    );
  if (bank.path !== undefined) {
    const { index } = openShippedBank(world);
    const name = aliasesOf(index).get(id) ?? id;
    if (index.heads.some((head) => head.id === name))
      return said(
        t('the one that ships with llmquiz', 'llmquiz 自带的题库'),
        t('Drop --bank and LLMQUIZ_BANK.', '请去掉 --bank 和 LLMQUIZ_BANK。'),
      );
  }
  const { banks } = readBankBook(paths.events, world.machine());
  const other = banks.find(
    ({ ids, ...rest }) => !ids.has(history.claim.bank) && isHeld(id, [{ ids, ...rest }]),
  );
  if (other === undefined) return undefined;
  const { title, path } = other;
  const name = neutraliseLine(title === undefined ? (path ?? other.id) : pickLanguage(title, lang));
  const place = path === undefined ? 'PATH' : neutraliseLine(path);
  return said(name, t(`Add --bank ${place}.`, `请加上 --bank ${place}。`));
}
