import Bowser from 'bowser';

/** A browser and its system as people call them, from how it names itself: “Firefox on Windows”. */
export const deviceOf = (userAgent: string | null): string => {
  if (!userAgent) return 'Unknown device';
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name || 'Unknown browser', os.name].filter(Boolean).join(' on ');
};
