import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckContext } from '#core/check/contract/rule.ts';
import type { World } from '#shell/system/world.ts';
import { type Checked, makeScopeChecker, type ScopeChecker } from './checker.ts';
import { bufferOf, type OpenFile, openFile } from './open-files.ts';
import { scopeOf } from './scope.ts';

/** What is open in an editor, and what was found in it. */
export interface EditorSession {
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly checker: ScopeChecker;
  readonly open: (given: Parameters<typeof openFile>[0]) => void;
  readonly change: (uri: string, version: number, changes: TextDocumentContentChangeEvent[]) => void;
  readonly close: (uri: string) => void;
  /** Takes other folders of the editor; the same ones again if files changed on disk. */
  readonly look: (folders: readonly string[]) => void;
  /** The last result for an open file, which may be of an earlier text. */
  readonly lastOf: (uri: string) => Checked | undefined;
  /** Waits for the result for an open file as it is now. */
  readonly resultOf: (uri: string) => Promise<Checked | undefined>;
  readonly end: () => void;
}

/** What a session tells. */
interface Listener {
  readonly found: (file: OpenFile, checked: Checked) => void;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds without a key press before a check begins. */
const pause = 40;

/** Begins a session without open files. */
export function openSession(
  world: Pick<World, 'now' | 'env' | 'platform'>,
  lookUps: CheckContext['lookUps'],
  { found, failed }: Listener,
): EditorSession {
  const files = new Map<string, OpenFile>();
  const results = new Map<string, Checked>();
  const stale = new Set<string>();
  let folders: readonly string[] = [];
  let waiting: (() => void)[] = [];
  let [changes, isBusy] = [0, false];
  let timer: NodeJS.Timeout | undefined;
  const checker = makeScopeChecker(world, lookUps, (scope) => {
    const all = [...files.values()];
    return { own: all.filter((one) => one.scope.key === scope.key).map(bufferOf), all: all.map(bufferOf) };
  });
  /** Some scopes must be checked again, which ends a check that is under way. */
  const note = (isTouched: (file: OpenFile) => boolean) => {
    changes += 1;
    for (const one of files.values()) if (isTouched(one)) stale.add(one.scope.key);
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void settle();
    }, pause);
  };
  const noteChanged = ({ scope }: OpenFile) =>
    note((one) => one.scope.key === scope.key || (one.scope.bank ?? scope.bank) === undefined);
  const checkNext = async (key: string) => {
    const own = [...files.values()].filter((one) => one.scope.key === key);
    const [first] = own;
    const begun = changes;
    const checked = first && (await checker.check(first.scope, () => changes !== begun));
    if (changes !== begun) return;
    stale.delete(key);
    if (checked === undefined) return;
    results.set(key, checked);
    for (const one of own) found(one, checked);
  };
  const settle = async () => {
    if (isBusy) return;
    isBusy = true;
    for (const [key] of stale.entries()) {
      try {
        await checkNext(key);
      } catch (error) {
        stale.delete(key);
        failed(error);
      }
      if (timer !== undefined) break;
    }
    isBusy = false;
    if (timer !== undefined) return;
    if (stale.size > 0) return settle();
    for (const resume of waiting) resume();
    waiting = [];
  };
  const lastOf = (uri: string) => results.get(files.get(uri)?.scope.key ?? '');
  return {
    files,
    checker,
    open(given) {
      const file = openFile(given, folders);
      files.set(file.uri, file);
      noteChanged(file);
    },
    change(uri, version, edits) {
      const file = files.get(uri);
      if (file === undefined) return;
      TextDocument.update(file.document, edits, version);
      noteChanged(file);
    },
    close(uri) {
      const file = files.get(uri);
      files.delete(uri);
      const keys = new Set([...files.values()].map(({ scope }) => scope.key));
      checker.keep(keys);
      for (const key of results.keys()) if (!keys.has(key)) results.delete(key);
      if (file !== undefined) noteChanged(file);
    },
    look(now) {
      folders = now;
      for (const one of files.values()) files.set(one.uri, { ...one, scope: scopeOf(one, folders) });
      note(() => true);
    },
    lastOf,
    async resultOf(uri) {
      if (stale.size > 0) await new Promise<void>((resume) => waiting.push(resume));
      return lastOf(uri);
    },
    end() {
      clearTimeout(timer);
      changes += 1;
      stale.clear();
      for (const resume of waiting) resume();
    },
  };
}
