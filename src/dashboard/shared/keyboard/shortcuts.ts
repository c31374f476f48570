/** Keys that do something by themselves, without a modifier, and what each does. */
export const SHORTCUTS = {
  j: 'Next row',
  k: 'Previous row',
  r: 'Resend, or do what helps instead',
  g: 'Open the guide',
  a: 'Assign to me, or unassign',
  z: 'Snooze',
  c: 'Log a call',
  x: 'Select the row',
  n: 'Next case',
  '/': 'Search',
  '?': 'Show keyboard shortcuts',
} as const;

export type ShortcutKey = keyof typeof SHORTCUTS;

export const isShortcut = (key: string): key is ShortcutKey => key in SHORTCUTS;

export const SHORTCUT_KEYS = Object.keys(SHORTCUTS).filter(isShortcut);
