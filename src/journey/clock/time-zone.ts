/** In milliseconds. */
export const DAY = 24 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  return format;
};

/** By how much the clocks of a zone are ahead of UTC, which reads `GMT+05:30`, or `GMT` if they aren’t. */
const offsetAt = (at: number, timeZone: string): number => {
  const parts = formatOf(timeZone).formatToParts(at);
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /([+-])(\d+):(\d+):?(\d+)?/.exec(text) ?? [];
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
};

/** What the clock on the wall shows, as the moment at which it shows the same in UTC. */
export const wallAt = (at: number, timeZone: string): number => at + offsetAt(at, timeZone);

/** The first moment at which the clock on the wall has reached what it shows at `wall` in UTC. */
export const whenWallShows = (wall: number, timeZone: string): number => {
  // No zone is a day apart from UTC, and none changes its clocks twice within two days.
  const moments = [-DAY, DAY].map((away) => wall - offsetAt(wall + away, timeZone));
  let [before, after] = [Math.min(...moments), Math.max(...moments)];
  const shown = [before, after].find((at) => wallAt(at, timeZone) === wall);
  if (shown !== undefined) return shown;
  // The clock was put forward past it.
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallAt(middle, timeZone) < wall) before = middle;
    else after = middle;
  }
  return after;
};

/** Days are counted from 1970, as the calendar on the wall has them. */
export const dayAt = (at: number, timeZone: string): number =>
  Math.floor(wallAt(at, timeZone) / DAY);
export const dateOf = (day: number): Date => new Date(day * DAY);
