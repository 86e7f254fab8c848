import { join } from 'node:path';
import { isRecord } from '#core/base/is-record.ts';
import { parseSettings, type Settings } from '#core/base/settings.ts';
import type { Lang } from '#core/base/text.ts';
import type { Paths } from './paths.ts';
import { readSealedJson } from './sealed-file.ts';
import { stampOf } from './stamp.ts';

/** Raised when the same config is read as other settings. */
const format = 1;

/** The config as it is kept in the cache, so that a start parses no YAML. */
export interface KeptSettings {
  readonly format: number;
  readonly config: string;
  /** The stamp of the file that was read. */
  readonly stamp: string;
  readonly settings: Settings;
}

/** The learner's settings; a `UserError` with file and line if the config cannot be used. Without a file this is one look at the disk. */
export async function readSettings(paths: Paths, lang: Lang): Promise<Settings> {
  const { config } = paths;
  if (config === undefined) return {};
  const stamp = stampOf(config);
  // Below a file there is none either, and what needs that folder says so.
  if (stamp.text === 'gone' || stamp.text === 'ENOTDIR') return {};
  const path = settingsPathIn(paths.cache);
  const kept = readSealedJson(path);
  if (kept.type === 'read' && isKept(kept.value, config, stamp.text)) {
    const { settings, faults } = parseSettings(kept.value.settings);
    if (faults.length === 0) return settings;
  }
  const { readConfig, keepSettings } = await import('./config-file.ts');
  const settings = readConfig(config, lang);
  keepSettings(path, { format, config, stamp: stamp.text, settings }, stamp);
  return settings;
}

const settingsPathIn = (cache: string) => join(cache, 'settings.json');

const isKept = (value: unknown, config: string, stamp: string): value is { readonly settings: unknown } =>
  isRecord(value) && value.format === format && value.config === config && value.stamp === stamp;
