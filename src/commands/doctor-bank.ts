import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import type { BankReport } from '../shell/bank/examine-bank.ts';

/** True if a bank is damaged, or was until it was compiled again. */
export const isUnwell = ({ refused, compiled }: BankReport): boolean =>
  refused !== undefined || compiled?.type === 'again' || compiled?.type === 'not kept';

/** The lines of `doctor` about a bank, its compiled form and damaged results of checks. */
export function describeBankHealth(
  { refused, compiled }: BankReport,
  checks: number,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  return [
    ...(refused ?? []).map((text) => t('Bank: ', '题库：') + pickLanguage(text, lang)),
    ...(compiled === undefined ? [] : [compiledText(compiled, lang)]),
    ...(checks === 0
      ? []
      : [t(`Check results: ${checks} damaged, deleted`, `检查结果：${checks} 个已损坏，已删除`)]),
  ];
}

function compiledText(compiled: NonNullable<BankReport['compiled']>, lang: Lang): string {
  const t = inLanguage(lang);
  switch (compiled.type) {
    case 'sound':
      return t('Compiled bank: intact', '编译后的题库：完好');
    case 'new':
      return t('Compiled bank: compiled just now', '编译后的题库：刚刚编译');
    case 'again': {
      const { code, folder } = compiled;
      return t(
        `Compiled bank: was damaged${code === undefined ? '' : ` (${code})`}; compiled again in ${folder}`,
        `编译后的题库：已损坏${code === undefined ? '' : `（${code}）`}，已重新编译到 ${folder}`,
      );
    }
    case 'not kept': {
      const { code, folder } = compiled;
      return t(
        `Compiled bank: cannot be saved in ${folder} (${code}), so every start takes longer. Make the folder writable, or move whatever is in its place.`,
        `编译后的题库：无法保存到 ${folder}（${code}），每次启动都会变慢。请将该文件夹改为可写，或移走占用该位置的文件。`,
      );
    }
    default:
      return compiled satisfies never;
  }
}
