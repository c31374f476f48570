/** A share in whole percent; below one percent with a decimal. */
export const percent = (share: number): string => {
  const hundredths = share * 100;
  const digits = hundredths > 0 && hundredths < 1 ? 1 : 0;
  return `${hundredths.toFixed(digits)} %`;
};

/** Between which shares the true one lies, most likely. */
export const intervalWords = ({ low, high }: { low: number; high: number }): string =>
  `95 % interval: ${percent(low)} to ${percent(high)}`;

/** Hours in their two largest units, as in “1 d 3 h” or “20 min”. */
export const spanOf = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  if (minutes < 1) return 'at once';
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
};

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The first day of a week, which begins on Monday by UTC wherever one reads it. */
export const weekDay = (from: string): string => day.format(new Date(from));
