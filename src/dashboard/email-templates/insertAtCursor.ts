export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Replaces a field’s selection with a text, as if it had been typed. */
export const insertAtCursor = (field: TextField | null, text: string): void => {
  if (!field) return;
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
};
