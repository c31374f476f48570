/** Browsers allow writing to the clipboard only over https or on localhost, and may refuse even then. Returns whether it worked. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
