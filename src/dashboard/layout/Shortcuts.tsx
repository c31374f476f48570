import { Snackbar } from '@mui/material';
import { type RefObject, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { isTyping, press } from '../shared/keyboard/pressed.ts';
import {
  isShortcut,
  SHORTCUT_KEYS,
  SHORTCUTS,
  type ShortcutKey,
} from '../shared/keyboard/shortcuts.ts';
import { useShortcutsOn } from '../shared/keyboard/useShortcut.ts';

/** On some keyboards, these need Shift. */
const KEYS = [...SHORTCUT_KEYS, 'shift+?', 'shift+/'];

/** In milliseconds. */
const SHOWN_FOR = 3000;

/**
 * Lets single keys do what they stand for, unless the person has turned them off: they get in the way of speech input.
 * https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
export const Shortcuts = ({ main }: { main: RefObject<HTMLElement | null> }) => {
  const on = useShortcutsOn() ?? false;
  const [missing, setMissing] = useState<ShortcutKey | null>(null);
  useHotkeys(
    KEYS,
    ({ key, repeat }) => {
      const name = key.toLowerCase();
      if (!main.current || !isShortcut(name) || (repeat && name !== 'j' && name !== 'k')) return;
      setMissing(press(main.current, name) ? null : name);
    },
    {
      enabled: on,
      useKey: true,
      preventDefault: true,
      enableOnFormTags: true,
      ignoreEventWhen: isTyping,
    },
  );
  // Not as a notification, which would wait until those before it are over, such as one that offers to undo.
  return (
    <Snackbar
      open={missing !== null}
      message={missing && `Not available here: ${SHORTCUTS[missing]}`}
      autoHideDuration={SHOWN_FOR}
      onClose={() => setMissing(null)}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
    />
  );
};
