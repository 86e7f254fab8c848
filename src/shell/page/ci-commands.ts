import type { World } from '../system/world.ts';

/** Whether the output goes to a CI runner that obeys lines of it: GitHub and its like, Azure Pipelines, TeamCity. */
export const isObeyedIn = ({ env }: Pick<World, 'env'>): boolean =>
  isOnGithub({ env }) || env.TF_BUILD !== undefined || env.TEAMCITY_VERSION !== undefined;

/** Whether this is a step of GitHub Actions, or of what works like it. */
export const isOnGithub = ({ env }: Pick<World, 'env'>): boolean => env.GITHUB_ACTIONS === 'true';

/** `::name::` where a line begins, which runners look for behind blanks; and `##[name]`, `##vso[name]` anywhere. */
const commands = /^(?:\u001b\[[\d;?]*[A-Za-z]|(?![\n\r\u2028\u2029])[\s\p{Cc}\p{Cf}])*:(?=:)|#(?=#\w*\[)/gmu;

/** The text with a blank in each command that is written in it, so that a runner prints it and does nothing. */
export const inert = (text: string): string => text.replace(commands, '$& ');

/** Whether a runner would obey a line of a text. */
export const holdsCommand = (text: string): boolean => text.search(commands) !== -1;

/** A patch, whose bytes are to stay as they are, between marks that keep GitHub from obeying it; what applies patches passes over them. */
export function notObeyed(text: string, random: World['random']): string {
  const token = Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 32).toString(36)).join('');
  return `::stop-commands::${token}\n${text}${/\n$/.test(text) ? '' : '\n'}::${token}::\n`;
}
