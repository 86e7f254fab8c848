import { groupBy } from '../../base/group-by.ts';
import { type Gist, idOf } from './gist.ts';

/** Tells whether an event was undone by one that was not undone in turn. */
export function undoingIn(gists: readonly Gist[]): (id: string) => boolean {
  const undoers = groupBy(
    gists.flatMap((gist) => (gist.type === 'undone' ? [{ by: idOf(gist), event: gist.event }] : [])),
    ({ event }) => event,
  );
  const known = new Map<string, boolean>();
  const isUndone = (id: string): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // While it is worked out: a log made by hand may have two undo each other.
    known.set(id, false);
    const answer = undoers.get(id)?.some(({ by }) => !isUndone(by)) ?? false;
    known.set(id, answer);
    return answer;
  };
  return isUndone;
}
