import type { Writable } from 'node:stream';
import { neutralise, neutraliseLine } from '#core/base/neutral.ts';
import { type Output, UserError, type World } from '../system/world.ts';
import { disarmCommands, fenceCommands, hasCommand, isObeyedIn, isOnGithub } from './ci-commands.ts';
import type { Line } from './line.ts';
import { toPlainJson } from './plain-json.ts';
import { type Look, render } from './render.ts';

/**
 * The one way out to a terminal, a pipe or a CI log. Each kind of text has its own, so that nothing in the words of a bank, a
 * name, an argument or a variable is obeyed by what reads the output.
 */
export interface Door {
  /** Lines, wrapped and styled. */
  lines(lines: readonly Line[], look: Look): void;
  /** One line without an end, behind which the learner types. */
  prompt(text: string): void;
  /** A value for programs. */
  json(value: unknown): void;
  /** One of several values for programs, in a line of its own. */
  jsonLine(value: unknown): void;
  /** A text that was laid out and styled before. */
  page(text: string): void;
  /** Prints our own commands to a CI runner, and nothing else. */
  commands(text: string): void;
  /** A patch as it is, to be piped on. */
  patch(text: string, random: World['random']): void;
  /** Prints the text of a file: unchanged into a pipe, made safe on a terminal, refused if GitHub would obey it. */
  file(text: string, refusal: string): void;
  /** A piece of a screen that is drawn, with the moves of its cursor. */
  draw(text: string): void;
  /** Bytes of a protocol, for the program that started ours to talk to it. */
  message(bytes: Uint8Array): void;
}

/** Styles and links as `paint` makes them. */
const styles = String.raw`\u001b\[(?:[12]|22|3[1236]|39)m|\u001b\]8;;[^\0-\x1f\x7f-\x9f]*\u001b\\`;
const styled = new RegExp(`(${styles})`);
/** The sequences that move the cursor, style, clear the screen, mark pastes and ask about that. */
const drawn = new RegExp(String.raw`(${styles}|\u001b\[\??[\d;]*(?:[A-HJKSThlm]|\$p)|\r)`);

/** The door to an output. */
export function doorTo(output: Output, { env }: Pick<World, 'env'>): Door {
  const isObeyed = isObeyedIn({ env });
  // Nobody else may write: an `Output` has no `write` but here.
  const write = (text: string) => void (text === '' || (output as Writable).write(text));
  const text = (shown: string) => write(isObeyed ? disarmCommands(shown) : shown);
  const isFollowed = (whole: string) => isOnGithub({ env }) && hasCommand(whole);
  return {
    lines: (lines, look) => text(render(lines, look)),
    prompt: (words) => text(neutraliseLine(words)),
    json: (value) => write(toPlainJson(value)),
    jsonLine: (value) => write(toPlainJson(value, 0)),
    page: (page) => text(within(page, styled)),
    commands: (own) => write(within(own, styled)),
    patch: (patch, random) => write(isFollowed(patch) ? fenceCommands(patch, random) : patch),
    file(whole, refusal) {
      if (output.isTTY === true) return text(neutralise(whole));
      if (isFollowed(whole)) throw new UserError(refusal, 1);
      write(whole);
    },
    draw: (piece) => text(within(piece, drawn)),
    message: (bytes) => void (output as Writable).write(bytes),
  };
}

/** A page as it is printed, for a file that may be a terminal. */
export function pageOf(page: string, world: Pick<World, 'env'>): string {
  const safe = within(page, styled);
  return isObeyedIn(world) ? disarmCommands(safe) : safe;
}

/** A text with all made safe but our own sequences: a second look, since texts are made safe before they are styled. */
const within = (text: string, own: RegExp): string =>
  text
    .split(own)
    .map((part, i) => (i % 2 === 1 ? part : neutralise(part)))
    .join('');
