import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import { notAFile } from './regular-file.ts';

/** The system's name for an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The reason why a file of the learner cannot be used and what to do about it, as the end of a sentence. */
export function describeErrno(error: unknown, lang: Lang = 'en'): string {
  const code = codeOf(error);
  const { is = code ?? String(error), remedy } = refusals[code ?? ''] ?? {};
  const [because, next] = [pickLanguage(is, lang), remedy && pickLanguage(remedy, lang)];
  return next === undefined ? because : `${because}${lang === 'zh' ? '，' : '; '}${next}`;
}

/** The reason why the system does not let us read a file, as the end of a sentence; throws what is no error of the system. */
export function readRefusal(error: unknown, lang: Lang = 'en'): string {
  return pickLanguage(
    refusalOf(error, ({ is }) => is),
    lang,
  );
}

/** The reason why the system does not let us write a file, as the end of a sentence; throws what is no error of the system. */
export function writeRefusal(error: unknown, lang: Lang = 'en'): string {
  return pickLanguage(
    refusalOf(error, ({ is, written = is }) => written),
    lang,
  );
}

function refusalOf(error: unknown, worded: (refusal: Refusal) => Text): Text {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const known = refusals[code];
  return known === undefined ? code : worded(known);
}

/** Why the system refuses a file. */
interface Refusal {
  readonly is: Text;
  /** What it means for a file that is to be written, if that is something else. */
  readonly written?: Text;
  /** What the learner can do about it. */
  readonly remedy?: Text;
}

const fileInTheWay: Refusal = {
  is: { en: 'part of the path is a file, not a folder', zh: '路径中有一部分是文件而不是文件夹' },
  remedy: { en: 'choose another with --data-dir', zh: '请用 --data-dir 另选一个' },
};
const noPermission: Refusal = {
  is: { en: 'no read permission', zh: '没有读取权限' },
  written: { en: 'no write permission', zh: '没有写入权限' },
  remedy: { en: 'check who owns it', zh: '请检查所有者' },
};
const noSpace: Refusal = {
  is: { en: 'the disk is full', zh: '磁盘已满' },
  remedy: { en: 'free some space', zh: '请腾出空间' },
};
/** What Windows and macOS say of a file that a synchroniser keeps elsewhere and cannot fetch. */
const notFetched: Refusal = {
  is: {
    en: 'the system cannot fetch it; download it in your sync app',
    zh: '系统无法取回它，请在同步应用中下载',
  },
};

const refusals: Readonly<Record<string, Refusal>> = {
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  EISDIR: {
    is: { en: 'it is a folder', zh: '它是文件夹' },
    remedy: { en: 'move it away', zh: '请将其移走' },
  },
  [notAFile]: {
    is: { en: 'it is a pipe or a device, not a file', zh: '它是管道或设备，不是文件' },
    remedy: { en: 'move it away', zh: '请将其移走' },
  },
  ENOENT: {
    is: { en: 'it is gone, or a broken link', zh: '它已不存在，或是失效的链接' },
    written: { en: 'its folder does not exist', zh: '所在文件夹不存在' },
    remedy: { en: 'restore it or remove the link', zh: '请恢复该文件或删除链接' },
  },
  ELOOP: {
    is: { en: 'it is a link to itself', zh: '它是指向自身的链接' },
    remedy: { en: 'remove it', zh: '请将其删除' },
  },
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: { is: { en: 'the file system is read-only', zh: '文件系统只读' } },
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EFBIG: { is: { en: 'the file has reached a size limit of the system', zh: '文件已达系统的大小上限' } },
  EBUSY: {
    is: { en: 'another program has it open', zh: '其他程序正在使用它' },
    remedy: { en: 'close that program and try again', zh: '请关闭该程序后重试' },
  },
  UNKNOWN: notFetched,
  ETIMEDOUT: notFetched,
  EIO: {
    is: { en: 'the disk cannot read it', zh: '磁盘无法读取它' },
    remedy: { en: 'copy what you can to another disk', zh: '请尽快将能复制的内容复制到其他磁盘' },
  },
};
