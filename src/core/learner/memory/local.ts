import type { Instant } from '../../base/instant.ts';
import { studyDayOf } from '../events/day.ts';
import type { ItemState, States } from './state.ts';

/**
 * The state by the days of the time zone where the learner is now. After a flight west the evening of yesterday comes after the morning
 * of today: a memory of that morning would be one of tomorrow, and due a day too late. Of days that are past it makes no difference.
 */
export function localStateOf<S extends Pick<ItemState, 'memory' | 'upTo'>>(state: S, now: Instant): S {
  const { memory, upTo } = state;
  if (memory === undefined || memory.last < studyDayOf(now)) return state;
  const ahead = memory.last - studyDayOf({ ms: upTo[0], offset: now.offset });
  if (ahead <= 0) return state;
  const { first, last, due } = memory;
  const local = { first: Math.min(first, last - ahead), last: last - ahead, due: due - ahead };
  return { ...state, memory: { ...memory, ...local } };
}

/** The states by the days of the time zone where the learner is now. */
export function localStatesOf(states: States, now: Instant): States {
  let local: Map<string, ItemState> | undefined;
  const today = studyDayOf(now);
  for (const [item, state] of states) {
    if (state.memory === undefined || state.memory.last < today) continue;
    const here = localStateOf(state, now);
    if (here === state) continue;
    local ??= new Map(states);
    local.set(item, here);
  }
  return local ?? states;
}
