export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Puts a text in place of what is selected in a field, as if it had been typed. */
export const insertAtCursor = (field: TextField | null, text: string): void => {
  if (!field) return;
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
};
