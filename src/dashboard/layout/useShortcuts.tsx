import type { RefObject } from 'react';
import { useNotify } from 'react-admin';
import { useHotkeys } from 'react-hotkeys-hook';
import { isTyping, press } from '../shared/keyboard/pressed.ts';
import { isShortcut, SHORTCUT_KEYS, SHORTCUTS } from '../shared/keyboard/shortcuts.ts';
import { useShortcutsOn } from '../shared/keyboard/useShortcut.ts';

/** On some keyboards, these need Shift. */
const KEYS = [...SHORTCUT_KEYS, 'shift+?', 'shift+/'];

/**
 * Lets single keys do what they stand for, unless the person has turned them off: they get in the way of speech input.
 * https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
export const useShortcuts = (main: RefObject<HTMLElement | null>): void => {
  const on = useShortcutsOn() ?? false;
  const notify = useNotify();
  useHotkeys(
    KEYS,
    ({ key, repeat }) => {
      const name = key.toLowerCase();
      if (!main.current || !isShortcut(name) || (repeat && name !== 'j' && name !== 'k')) return;
      if (!press(main.current, name)) notify(`Not available here: ${SHORTCUTS[name]}`);
    },
    {
      enabled: on,
      useKey: true,
      preventDefault: true,
      enableOnFormTags: true,
      ignoreEventWhen: isTyping,
    },
  );
};
