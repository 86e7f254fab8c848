import { summarise } from '#core/base/findings.ts';
import { checkBank, isForErrors } from '#core/check/check.ts';
import { reportLines } from '../page/print.ts';
import { UserError, type World } from '../system/world.ts';
import { readBankFiles } from './bank-files.ts';
import { findItems } from './find-item.ts';

/** Reports the errors of a question that a bank has and does not ask, and returns what to throw; undefined if it has no such question. */
export function reportKeptOut(id: string, path: string, world: World): UserError | undefined {
  const place = findItems(path, world).get(id);
  if (place === undefined) return undefined;
  const { files, companions, whole } = readBankFiles([path], world.cwd);
  const { diagnostics } = checkBank([...files, ...companions], { whole, wanted: isForErrors });
  const errors = diagnostics.filter(({ item, severity }) => severity === 'error' && item === id);
  reportLines(world, summarise(errors));
  const at = `${place.path}:${place.line}`;
  return new UserError(
    {
      en: `\`${id}\` has errors, so it cannot be asked. It is at ${at}.`,
      zh: `\`${id}\` 有错误，无法提问。位于 ${at}。`,
    },
    1,
  );
}
