import type { World } from '../system/world.ts';

/** True if the output goes to a CI runner that obeys lines of it: GitHub and compatible runners, Azure Pipelines, TeamCity. */
export const isObeyedIn = ({ env }: Pick<World, 'env'>): boolean =>
  isOnGithub({ env }) || env.TF_BUILD !== undefined || env.TEAMCITY_VERSION !== undefined;

/** True in a step of GitHub Actions or of a compatible runner. */
export const isOnGithub = ({ env }: Pick<World, 'env'>): boolean => env.GITHUB_ACTIONS === 'true';

/** `::name::` at the start of a line, even after spaces, and `##[name]` or `##vso[name]` anywhere. */
const commands = /^(?:\u001b\[[\d;?]*[A-Za-z]|(?![\n\r\u2028\u2029])[\s\p{Cc}\p{Cf}])*:(?=:)|#(?=#\w*\[)/gmu;

/** The text with a space in each command, so that a runner prints it and does nothing else. */
export const disarmCommands = (text: string): string => text.replace(commands, '$& ');

/** True if a runner would obey a line of a text. */
export const hasCommand = (text: string): boolean => text.search(commands) !== -1;

/** A patch, byte for byte, between marks that keep GitHub from obeying it; `git apply` and `patch` ignore the marks. */
export function fenceCommands(text: string, random: World['random']): string {
  const token = Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 32).toString(36)).join('');
  return `::stop-commands::${token}\n${text}${/\n$/.test(text) ? '' : '\n'}::${token}::\n`;
}
