import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { World } from '../shell/system/world.ts';

/** Editors that take the line in an argument before the file, by their names. */
const before: readonly (readonly [names: readonly string[], args: (line: number) => readonly string[]])[] = [
  [
    [
      ...[
        'vi',
        'vim',
        'nvim',
        'gvim',
        'mvim',
        'view',
        'ex',
        'elvis',
        'vis',
        'nano',
        'pico',
        'rnano',
        'emacs',
      ],
      ...[
        'emacsclient',
        'xemacs',
        'mg',
        'zile',
        'jed',
        'joe',
        'jmacs',
        'jstar',
        'ne',
        'micro',
        'kak',
        'gedit',
      ],
      ...['gnome-text-editor', 'xed', 'pluma', 'mousepad', 'geany', 'ee', 'mcedit', 'nedit', 'jove'],
    ],
    (line) => [`+${line}`],
  ],
  [['kate', 'kwrite', 'mate'], (line) => ['-l', String(line)]],
  [
    ['idea', 'pycharm', 'webstorm', 'phpstorm', 'goland', 'clion', 'rider', 'rubymine', 'fleet'],
    (line) => ['--line', String(line)],
  ],
  [['notepad++'], (line) => [`-n${line}`]],
];

/** Editors that take it behind the file, as in `file:12`, and the option that says so. */
const behind: readonly (readonly [names: readonly string[], option: readonly string[]])[] = [
  [['code', 'code-insiders', 'codium', 'vscodium', 'code-oss', 'cursor', 'windsurf', 'positron'], ['-g']],
  [['subl', 'sublime_text', 'zed', 'zeditor', 'hx', 'helix', 'atom', 'lapce', 'pulsar'], []],
];

/** The arguments with which an editor opens a file at a line; at its beginning if it is unknown how it takes lines. */
export function editorArgsFor(editor: string, file: string, line: number): readonly string[] {
  const name = nameOf(editor);
  const first = before.find(([names]) => names.includes(name));
  if (first !== undefined) return [...first[1](line), file];
  const last = behind.find(([names]) => names.includes(name));
  return last === undefined ? [file] : [...last[1], `${file}:${line}`];
}

/** The name of the program that a command line calls, such as `code` of `/usr/bin/code --wait`. */
function nameOf(editor: string): string {
  const [, double, single, bare = ''] = /^\s*(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(editor) ?? [];
  const path = (double ?? single ?? bare).replaceAll('\\', '/');
  return basename(path)
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat|sh)$/, '');
}

/** The editor that is set, as a command line. */
export const editorOf = ({ env }: Pick<World, 'env'>): string | undefined =>
  [env.VISUAL, env.EDITOR].find((word) => word !== undefined && word.trim() !== '');

/** The exit code of a shell that finds no program of a name. */
const notFound = 127;

/** Runs an editor, which may be a command line with options, as git does; why it failed, if it did. */
export function runEditor(
  editor: string,
  args: readonly string[],
  { env, platform, cwd }: World,
): string | undefined {
  const options = { stdio: 'inherit', env: { ...env }, cwd } as const;
  const done =
    platform === 'win32'
      ? spawnSync([editor, ...args.map((arg) => `"${arg}"`)].join(' '), { ...options, shell: true })
      : spawnSync('/bin/sh', ['-c', `${editor} "$@"`, editor, ...args], options);
  if (done.error !== undefined) return done.error.message;
  if (done.signal !== null) return done.signal;
  return done.status === 0
    ? undefined
    : `exit code ${done.status}${done.status === notFound ? ': no such program' : ''}`;
}
