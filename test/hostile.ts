/** Texts that a terminal or a CI runner would obey, or that would deceive who reads them. */
export const payloads: Readonly<Record<string, string>> = {
  'CSI that clears': '\u001b[2Jp1',
  'CSI that moves': '\u001b[9;9Hp2',
  'CSI that conceals': '\u001b[8mp3',
  'CSI that scrolls': '\u001b[5Sp4',
  'CSI that asks for the status': '\u001b[6np5',
  'CSI that asks what it is': '\u001b[cp6',
  'CSI for the other screen': '\u001b[?1049hp7',
  'CSI for mouse reports': '\u001b[?1003hp8',
  'CSI that asks for the title': '\u001b[21tp9',
  'OSC for the title': '\u001b]0;p10\u0007',
  'OSC for a link': '\u001b]8;;x:p11\u001b\\p11',
  'OSC for the clipboard': '\u001b]52;c;cDEy\u0007',
  'OSC of iTerm2': '\u001b]1337;File=:p13\u0007',
  'OSC for a colour': '\u001b]4;1;?\u0007p14',
  'OSC that says more': '\u001b]777;notify;p15\u0007',
  'DCS that is answered': '\u001bP$qmp16\u001b\\',
  'DCS of sixels': '\u001bPq#0p17\u001b\\',
  APC: '\u001b_Gp18\u001b\\',
  PM: '\u001b^p19\u001b\\',
  SOS: '\u001bXp20\u001b\\',
  RIS: '\u001bcp21',
  'ESC alone': '\u001bp22',
  'C1 CSI': '\u009b2Jp23',
  'C1 OSC': '\u009d0;p24\u009c',
  'C1 DCS': '\u0090qp25\u009c',
  NEL: '\u0085::error::p26',
  BEL: '\u0007p27',
  BS: 'p28\b\b\b',
  'CR that overwrites': 'p29\rOK',
  'CR before a command': '\r::add-mask::p30',
  NUL: 'p31\0',
  DEL: 'p32\u007f',
  'VT and FF': '\u000b\u000cp33',
  'shift out': '\u000ep34',
  'bidi override': '\u202ep35\u202c',
  'bidi isolate': '\u2067p36\u2069',
  'bidi marks': '\u200f\u061cp37',
  'line separator': '\u2028::error::p38',
  'paragraph separator': '\u2029p39',
  tags: 'p40\u{e0070}\u{e0034}',
  'lone surrogate': 'p41\udc9b',
  selectors: 'p42\ufe0f\u{e0142}\u{e0143}',
  fillers: '\u3164\uffa0p43',
  annotation: '\ufff9p44\ufffa\ufffb',
  'command error': '\n::error::p45',
  'command behind blanks': '\n  \u00a0::warning title=p46::p46',
  'command that masks': '\n::add-mask::p47',
  'command that stops commands': '\n::stop-commands::p48',
  'command that sets an output': '\n\t::set-output name=p49::p49',
  'old command': '##[error]p50',
  'old command that masks': '\n##[add-mask]p51',
  'command of Azure': '##vso[task.setvariable variable=p52]p52',
  'command of TeamCity': '\n##teamcity[buildStop p53]',
};

/** Those that have no line break or are no command, and so must not be found as they are. */
const raw = Object.entries(payloads).filter(([, text]) => !/^\s*(?:::|##)/.test(text));

/** All payloads in one text. */
export const everything = Object.values(payloads).join('');

/** All payloads as names of files and folders, each as long as a name may be; they have no NUL. */
export const hostileNames: readonly string[] = namesOf(
  Object.values(payloads).map((p) => p.replace('\0', '')),
);

function namesOf(texts: readonly string[]): readonly string[] {
  const names = [''];
  for (const text of texts) {
    if (Buffer.byteLength(`${names.at(-1)}${text}`) > 180) names.push('');
    names[names.length - 1] += text;
  }
  return names;
}

const styles = String.raw`\u001b\[(?:[12]|22|3[1236]|39)m|\u001b\]8;;[^\0-\x1f\x7f-\x9f]*\u001b\\`;
/** What the program itself sends: styles and links; and on a screen what moves, clears and brackets pastes. */
const own = {
  page: new RegExp(styles, 'g'),
  screen: new RegExp(
    String.raw`${styles}|\u001b\[\d*[A-GJK]|\u001b\[H|\u001b\[\?(?:25[hl]|2004(?:[hl]|\$p))|\r`,
    'g',
  ),
};

const forbidden =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]|\p{Surrogate}/u;

/** What is wrong with an output: a payload as it is, or a character that is not ours. */
export function leaksIn(output: string, kind: keyof typeof own = 'page'): readonly string[] {
  const rest = output.replace(own[kind], '');
  const at = rest.search(forbidden);
  return [
    ...raw.filter(([, text]) => output.includes(text)).map(([name]) => `raw: ${name}`),
    ...(at === -1 ? [] : [`not ours: ${JSON.stringify(rest.slice(Math.max(0, at - 40), at + 20))}`]),
  ];
}

const names =
  /^(?:error|warning|notice|debug|add-mask|group|endgroup|set-output|save-state|set-env|add-path|echo|add-matcher|remove-matcher|stop-commands)$/i;

/** The lines of a log that GitHub's runner takes for commands, but for our own annotations; and those that others obey. */
export function obeyed(log: string): readonly string[] {
  const lines: string[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const [, name = '', rest = ''] = /^[\s\u0085]*::([^\s:]+)(.*?)::/.exec(line) ?? [];
    const old = /##\w*\[([^\s\];]+)[^\]]*\]/.exec(line);
    if (token !== undefined) {
      if (name === token) token = undefined;
    } else if (name === 'stop-commands') {
      token = /::stop-commands::(.*)$/.exec(line)?.[1];
      // Our own are random.
      if (!/^[0-9a-z]{16,}$/.test(token ?? '')) lines.push(line);
    } else if ((names.test(name) && !rest.startsWith(' file=')) || old !== null) lines.push(line);
  }
  return token === undefined ? lines : [...lines, 'commands stay stopped'];
}
