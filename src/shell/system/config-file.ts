import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseSettings, type Settings } from '#core/base/settings.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import { putField } from '#core/yaml/put-field.ts';
import { readYaml } from '#core/yaml/source.ts';
import { codeOf, readRefusal, writeRefusal } from './errno.ts';
import { realPathOf } from './real-path.ts';
import { readRegular } from './regular-file.ts';
import { makePrivateFolder, replaceFile } from './replace-file.ts';
import { seal } from './sealed-file.ts';
import type { KeptSettings } from './settings.ts';
import { type FileStamp, restTimeOf, stampOf } from './stamp.ts';
import { UserError } from './world.ts';

/** Reads the learner's settings; throws a `UserError` with file and line for whatever cannot be used. */
export const readConfig = (config: string, lang: Lang): Settings =>
  settingsIn(textAt(config, lang) ?? '', config, lang);

function settingsIn(text: string, config: string, lang: Lang): Settings {
  const source = readYaml({ path: config, text });
  const { settings, faults } = parseSettings(source.data);
  const messages =
    source.diagnostics.length > 0
      ? source.diagnostics.map(({ at, message }) => `${config}:${at.line}: ${message}.`)
      : faults.map(({ path, part, message }) => {
          const said = pickLanguage(message, lang);
          const end = /[?？]$/.test(said) ? '' : inLanguage(lang)('.', '。');
          return `${config}:${source.placeNear(path, part).line}: ${said}${end}`;
        });
  if (messages.length > 0) throw new UserError(messages);
  return settings;
}

/** The text of the config; undefined if there is no such file. */
function textAt(config: string, lang: Lang): string | undefined {
  try {
    return readRegular(config).toString('utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTDIR' || (code === 'ENOENT' && stampOf(config).text === 'gone')) return undefined;
    const reason = readRefusal(error, lang);
    throw new UserError(
      inLanguage(lang)(`Cannot read ${config}: ${reason}.`, `无法读取 ${config}：${reason}。`),
    );
  }
}

/** Keeps settings in the cache, unless the file they were read from changed so lately that its stamp may not tell another change. */
export function keepSettings(path: string, kept: KeptSettings, stamp: FileStamp): void {
  // The clock of the disk, which LLMQUIZ_NOW does not stop.
  if (restTimeOf(stamp, Date.now()) > 0 || stampOf(kept.config).text !== kept.stamp) return;
  try {
    makePrivateFolder(dirname(path));
    replaceFile(path, seal(JSON.stringify(kept)));
  } catch (error) {
    // Without it the next start parses the file again.
    if (codeOf(error) === undefined) throw error;
  }
}

/** The first lines of a new config. */
const preface = '# Settings of llmquiz: focus, reviews, new, lang, deadline. See docs/data.md.\n';

/** Sets fields of the config, which is made if there is none; comments and other fields stay. */
export function writeConfig(
  config: string,
  fields: Readonly<Record<string, string | number | readonly string[]>>,
  lang: Lang,
): void {
  const before = textAt(config, lang);
  // What is wrong in it by hand is not for us to write over.
  settingsIn(before ?? '', config, lang);
  let text = before ?? preface;
  for (const [field, value] of Object.entries(fields)) text = putField(text, field, value);
  try {
    if (before === undefined) {
      mkdirSync(dirname(config), { recursive: true, mode: 0o700 });
      replaceFile(config, text, { durable: true });
    } else {
      // A config is often a link into a repository of such files, and stays one.
      const real = realPathOf(config);
      replaceFile(real, text, { durable: true, like: statSync(real) });
    }
  } catch (error) {
    const reason = writeRefusal(error, lang);
    throw new UserError(
      inLanguage(lang)(`Cannot write ${config}: ${reason}.`, `无法写入 ${config}：${reason}。`),
      1,
    );
  }
}
