import { check } from './check/check.ts';
import { doctor } from './doctor.ts';
import { list } from './list.ts';
import { quiz } from './quiz/quiz.ts';
import { resume } from './resume.ts';
import type { Wire } from './shared/command.ts';
import { show } from './show.ts';
import { stats } from './stats.ts';
import { undo } from './undo.ts';
import { where } from './where.ts';

/** THE LIST of commands, in the order the help shows them. */
export const commands: readonly Wire[] = [quiz, stats, undo, resume, list, show, check, doctor, where];
