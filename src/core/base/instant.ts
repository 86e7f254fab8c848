/** A moment as the learner lives it: epoch milliseconds, and minutes east of UTC on the clock at hand. */
export interface Instant {
  readonly ms: number;
  readonly offset: number;
}

/** Minutes to 23:59: POSIX lets `TZ` say more, and with seconds, but ISO 8601 can be read back no further. */
const widestOffset = 23 * 60 + 59;

/** ISO 8601 with offset and milliseconds: keeps both the instant and the learner's own day. */
export function toIso({ ms, offset: exact }: Instant): string {
  const offset = Math.max(-widestOffset, Math.min(widestOffset, Math.round(exact)));
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offset);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** The moment of an ISO 8601 text with an offset; undefined for any other text. */
export function fromIso(text: string): Instant | undefined {
  const match = iso.exec(text);
  const ms = Date.parse(text);
  if (match === null || Number.isNaN(ms)) return undefined;
  const [, sign, hours, minutes] = match;
  const offset = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return { ms, offset };
}
