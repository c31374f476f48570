import { localDay } from '../../shared/format/localDay.ts';

/** The file’s name without its ending, such as `unstuck-customers-2026-11-25`. */
export const exportName = (date: Date): string => `unstuck-customers-${localDay(date)}`;
