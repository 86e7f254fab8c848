import { addCheck } from './check/check.ts';
import { addDecks } from './decks.ts';
import { addDoctor } from './doctor.ts';
import { addEdit } from './edit.ts';
import { addFlags } from './flags.ts';
import { addForget } from './forget.ts';
import { addInit } from './init.ts';
import { addList } from './list.ts';
import { addLsp } from './lsp.ts';
import { addNew } from './new.ts';
import { addNotes } from './notes.ts';
import { addPlace } from './place.ts';
import { addPreview } from './preview.ts';
import { addPrimer } from './primer.ts';
import { addExam } from './quiz/exam.ts';
import { addPractice } from './quiz/practice.ts';
import { addQuiz } from './quiz/quiz.ts';
import { addRedo } from './redo.ts';
import { addResume } from './resume.ts';
import type { Wire } from './shared/command.ts';
import { addShow } from './show.ts';
import { addStats } from './stats.ts';
import { addTry } from './try.ts';
import { addUndo } from './undo.ts';
import { addWhere } from './where.ts';

/** THE LIST of commands, in the order the help shows them. */
export const commands: readonly Wire[] = [
  addQuiz,
  addPractice,
  addDecks,
  addPrimer,
  addPlace,
  addExam,
  addStats,
  addUndo,
  addRedo,
  addForget,
  addResume,
  addFlags,
  addNotes,
  addList,
  addShow,
  addEdit,
  addPreview,
  addTry,
  addInit,
  addNew,
  addCheck,
  addLsp,
  addDoctor,
  addWhere,
];
