import type { Key } from '#shell/terminal/keys/keys.ts';
import { keysIn, nothingPending } from '#shell/terminal/keys/keys.ts';
import type { Machine, MachineStep } from '#shell/terminal/rich/machines/machine.ts';

/** Keys by their name or character: `1`, `up`, `enter`, `space`; what has more characters is typed one by one. */
function keys(...names: readonly string[]): readonly Key[] {
  return names.flatMap((name) => {
    if (name === 'space') return [{ type: 'typed', text: ' ' } as const];
    return named.includes(name)
      ? [{ type: name } as Key]
      : [...name].map((text): Key => ({ type: 'typed', text }));
  });
}

const named: readonly string[] = [
  'enter',
  'escape',
  'up',
  'down',
  'left',
  'right',
  'home',
  'end',
  'tab',
  'backspace',
];

/** What the last of some keys leads to, those before it having changed the state. */
export function pressed<State, Result>(
  machine: Machine<State, Result>,
  ...names: readonly string[]
): MachineStep<State, Result> {
  return run(machine, keys(...names));
}

/** What the last of some keys leads to. */
export function run<State, Result>(
  machine: Machine<State, Result>,
  all: readonly Key[],
): MachineStep<State, Result> {
  let step: MachineStep<State, Result> = { type: 'state', state: machine.initial };
  let state = machine.initial;
  for (const key of all) {
    step = machine.onKey(state, key);
    if (step.type === 'done') return step;
    if (step.type !== 'pass') state = step.state;
  }
  return step.type === 'pass' ? { type: 'state', state } : step;
}

/** What stands on the screen after some keys, as lines without style. */
export function seen<State, Result>(
  machine: Machine<State, Result>,
  ...names: readonly string[]
): readonly string[] {
  const step = pressed(machine, ...names);
  if (step.type !== 'state') throw new Error(`not asking any more: ${step.type}`);
  const { rows, notes, entry } = machine.view(step.state);
  return [...rows.map(({ lead = '', text }) => lead + text), ...notes.map((n) => n.text), `> ${entry.text}`];
}

/** The keys of one chunk of input. */
export const chunk = (text: string): readonly Key[] => keysIn(text, nothingPending).keys;
