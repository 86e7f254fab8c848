import type { Lang } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import type { Wish } from '#shell/terminal/shared/wishes.ts';
import { arrange } from './arrange.ts';
import type { Machine } from './machine.ts';
import { pair } from './pair.ts';
import { pickMany } from './pick-many.ts';
import { pickOne } from './pick-one.ts';
import { type Revealed, reveal } from './reveal.ts';
import { typeIn } from './type-in.ts';

/** The machine that asks a prompt; after a reveal the learner is still to judge himself. */
export function machineFor(
  prompt: Prompt,
  lang: Lang,
  typed: readonly string[] = [],
  allowed?: readonly Wish[],
): Machine<unknown, Answer | Revealed> {
  switch (prompt.type) {
    case 'pick-one':
      return pickOne(prompt, lang);
    case 'pick-many':
      return pickMany(prompt, lang);
    case 'type-in':
      return typeIn(prompt, lang, typed, allowed);
    case 'arrange':
      return arrange(prompt, lang);
    case 'pair':
      return pair(prompt, lang);
    case 'reveal':
      return reveal(lang);
    default:
      return prompt satisfies never;
  }
}
