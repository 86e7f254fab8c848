import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addItem, type ExtendedDeck } from '#core/bank/add-item.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { reportLines } from '#shell/page/print.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { openTerminal } from '#shell/terminal/open-terminal.ts';
import type { Leave } from '#shell/terminal/shared/terminal.ts';
import { checkEntry } from './check/check-entry.ts';
import { editorArgsFor, editorOf, runEditor } from './editor-call.ts';
import type { AuthoredBank } from './new-deck.ts';
import { readFilled, type Template } from './new-template.ts';

/** What a question is written on. */
export interface NewDesk {
  readonly world: World;
  readonly bank: AuthoredBank;
  /** The deck that it is for, and its text. */
  readonly path: string;
  readonly before: string;
  readonly template: Template;
  readonly lang: Lang;
}

/** The deck with the question that the author wrote, its id, and the file that it was written in. */
export interface WrittenEntry extends ExtendedDeck {
  readonly id: string;
  readonly file: string;
  readonly discard: () => void;
}

/** Lets the author write a question until it is good, or kept as it is; the exit code if nothing is to be added. */
export async function writeEntry(desk: NewDesk): Promise<WrittenEntry | ExitCode> {
  const { world, template, lang } = desk;
  const editor = editorOf(world);
  if (editor === undefined)
    throw new UserError(
      inLanguage(lang)(
        'No editor is set. Set VISUAL or EDITOR, or print a question to write over into a file: `llmquiz new KIND > question.yaml`.',
        '未设置编辑器。请设置 VISUAL 或 EDITOR，或把可改写的题输出到文件：`llmquiz new KIND > question.yaml`。',
      ),
      1,
    );
  const folder = mkdtempSync(join(tmpdir(), 'llmquiz-'));
  const file = join(folder, 'question.yaml');
  const discard = () => rmSync(folder, { recursive: true, force: true });
  writeFileSync(file, template.text);
  for (;;) {
    const failed = runEditor(editor, editorArgsFor(editor, file, firstLineOf(template)), world);
    const text = readFileSync(file, 'utf8');
    const filled = readFilled(text, template);
    if (filled.isUntouched || failed !== undefined) {
      if (filled.isUntouched) discard();
      reportLines(world, saidOfNothing(editor, failed, filled.isUntouched ? undefined : file, lang));
      return 1;
    }
    const judged = await judge(filled.entry, filled.leftovers, desk);
    const next = judged.isGood ? 'keep' : await chooseNext(judged.entry !== undefined, desk);
    if (next === 'keep' && judged.entry !== undefined) {
      return { ...judged.entry, file, discard };
    }
    if (next === 'edit') continue;
    reportLines(world, saidOfNothing(editor, undefined, file, lang));
    return typeof next === 'object' && next.code !== 0 ? next.code : 1;
  }
}

/** The line with the id, where the author begins. */
const firstLineOf = ({ text }: Template) => text.split('\n').findIndex((line) => line.startsWith('- ')) + 1;

interface Judged {
  /** Absent if it cannot be added at all. */
  readonly entry?: ExtendedDeck & Pick<WrittenEntry, 'id'>;
  readonly isGood: boolean;
}

/** Checks a question in its place in the bank, and prints what is to be said of it. */
async function judge(entry: string, leftovers: readonly string[], desk: NewDesk): Promise<Judged> {
  const { world, bank, path, before, lang } = desk;
  const t = inLanguage(lang);
  const made = addItem(before, entry);
  if ('because' in made) {
    const fault = made.because === 'entry' && made.message !== '' ? made.message : '';
    reportLines(world, [
      fault === ''
        ? t('That is no question: it begins with `- id:`.', '这不是一道题：应以 `- id:` 开头。')
        : t(`The question cannot be read, line ${fault}`, `这道题无法读取，第 ${fault} 行`),
      ...lineOf(entry, fault),
    ]);
    return { isGood: false };
  }
  const files = bank.files.map((file) => (file.path === path ? { ...file, text: made.text } : file));
  const findings = await checkEntry(world, { ...bank, files, before: undefined }, { path, ...made });
  if (leftovers.length > 0)
    reportLines(world, [
      t(
        `Still as in the example: ${leftovers.map((field) => `\`${field}\``).join(', ')}.`,
        `仍与例子相同：${leftovers.map((field) => `\`${field}\``).join('、')}。`,
      ),
    ]);
  const [, id = ''] = /^\s*(?:- )?\s*id:\s*(\S+)/m.exec(entry) ?? [];
  return { entry: { ...made, id }, isGood: findings.length === 0 && leftovers.length === 0 };
}

/** The line that a message begins with the number of, as the author wrote it. */
function lineOf(entry: string, fault: string): readonly string[] {
  const text = entry.split('\n')[Number.parseInt(fault, 10) - 1]?.trim() ?? '';
  return text === '' ? [] : [`  ${text}`];
}

/** Asks what is to become of a question that is not good yet. */
async function chooseNext(canKeep: boolean, { world, lang }: NewDesk): Promise<'edit' | 'keep' | Leave> {
  const t = inLanguage(lang);
  const terminal = await openTerminal(world, { lang, plain: false });
  try {
    const chosen = await terminal.choose([
      { key: 'e', label: t('edit it again', '再改一改') },
      ...(canKeep ? [{ key: 'k', label: t('add it as it is', '就这样添加') }] : []),
      { key: 'Enter', label: t('add nothing', '不添加') },
    ]);
    if (chosen === 'e') return 'edit';
    if (chosen === 'k') return 'keep';
    return typeof chosen === 'object' ? chosen : { type: 'leave', code: 0 };
  } finally {
    terminal.close();
  }
}

/** That nothing was added, and where the text is if there is one. */
function saidOfNothing(
  editor: string,
  failed: string | undefined,
  file: string | undefined,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  const first =
    failed === undefined
      ? ''
      : t(`The editor \`${editor}\` failed (${failed}). `, `编辑器 \`${editor}\` 出错（${failed}）。`);
  const last = file === undefined ? '' : t(` What you wrote is in ${file}.`, `你写的内容在 ${file}。`);
  return [`${first}${t('Nothing was added.', '没有添加。')}${last}`];
}
