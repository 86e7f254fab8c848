import { isCalendarDate } from './calendar.ts';
import type { DataPath } from './data-path.ts';
import { isRecord } from './is-record.ts';
import { findNearest } from './nearest.ts';
import type { Lang } from './text.ts';

/** What the learner has set for good, in the config file. */
export interface Settings {
  /** The decks that new questions come from, by name; all without it. */
  readonly focus?: readonly string[];
  /** The decks that reviews come from. */
  readonly reviews?: 'all' | 'focus';
  /** New questions a day. */
  readonly new?: number;
  readonly lang?: Lang;
  /** A date, as YYYY-MM-DD, by which everything in focus should be learnt. */
  readonly deadline?: string;
}

/** A field of the config that cannot be used, with what to write instead. */
export interface SettingFault {
  readonly path: DataPath;
  readonly part: 'key' | 'value';
  readonly message: { readonly en: string; readonly zh: string };
}

/** How a field is read: its value, undefined for a value that says the same as no field, or what it must be. */
type Reading = { readonly value: unknown } | { readonly en: string; readonly zh: string };

/** The most new questions a day that can be set. */
const mostNew = 1000;

const wholeList = 'focus: [context, evaluation]';

/** THE LIST of fields, each with how its value is read. */
const fields: Readonly<Record<keyof Settings, (value: unknown) => Reading>> = {
  focus(value) {
    if (value === 'all') return { value: undefined };
    const names = typeof value === 'string' ? [value] : value;
    if (Array.isArray(names) && names.every((name) => typeof name === 'string' && name.trim() !== ''))
      return { value: names.length === 0 ? undefined : names };
    return {
      en: `\`focus\` must be a list of decks, such as \`${wholeList}\`, or \`all\`. List the decks with \`llmquiz decks\``,
      zh: `\`focus\` 应为题组列表，例如 \`${wholeList}\`，或 \`all\`。可用 \`llmquiz decks\` 查看题组`,
    };
  },
  reviews: oneOf('reviews', ['all', 'focus']),
  new(value) {
    if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostNew) return { value };
    return {
      en: `\`new\` must be a whole number from 0 to ${mostNew}, such as \`new: 10\``,
      zh: `\`new\` 应为 0 到 ${mostNew} 的整数，例如 \`new: 10\``,
    };
  },
  lang: oneOf('lang', ['en', 'zh']),
  deadline(value) {
    if (value === 'none') return { value: undefined };
    if (typeof value === 'string' && isCalendarDate(value)) return { value };
    return {
      en: '`deadline` must be a date, such as `deadline: 2027-06-30`, or `none`',
      zh: '`deadline` 应为日期，例如 `deadline: 2027-06-30`，或 `none`',
    };
  },
};

function oneOf(field: string, words: readonly string[]): (value: unknown) => Reading {
  const [one = '', other = ''] = words;
  return (value) =>
    words.some((word) => word === value)
      ? { value }
      : {
          en: `\`${field}\` must be \`${one}\` or \`${other}\``,
          zh: `\`${field}\` 应为 \`${one}\` 或 \`${other}\``,
        };
}

/** Reads the data of a config; a field that cannot be used is a fault. */
export function parseSettings(data: unknown): {
  readonly settings: Settings;
  readonly faults: readonly SettingFault[];
} {
  const settings: Record<string, unknown> = {};
  const faults: SettingFault[] = [];
  if (data === undefined || data === null) return { settings, faults };
  if (!isRecord(data)) return { settings, faults: [{ path: [], part: 'value', message: noMap }] };
  for (const [field, value] of Object.entries(data)) {
    const read = Object.hasOwn(fields, field) ? fields[field as keyof Settings] : undefined;
    const reading = read?.(value);
    if (reading === undefined) faults.push({ path: [field], part: 'key', message: describeUnknown(field) });
    else if ('en' in reading) faults.push({ path: [field], part: 'value', message: reading });
    else if (reading.value !== undefined) settings[field] = reading.value;
  }
  return { settings, faults };
}

const noMap = {
  en: 'settings are written as `name: value`, each on a line, such as `new: 10`',
  zh: '每行写一项设置，格式为 `名称: 值`，例如 `new: 10`',
} as const;

function describeUnknown(field: string): SettingFault['message'] {
  const names = Object.keys(fields);
  const near = findNearest(field, names);
  return near === undefined
    ? {
        en: `unknown field \`${field}\`. Choose from: ${names.join(', ')}`,
        zh: `未知字段 \`${field}\`。可用字段：${names.join('、')}`,
      }
    : {
        en: `unknown field \`${field}\`. Did you mean \`${near}\`?`,
        zh: `未知字段 \`${field}\`。你是否想写 \`${near}\`？`,
      };
}
