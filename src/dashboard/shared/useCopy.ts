import { useNotify } from 'react-admin';

/** Copies a text, and says so. */
export const useCopy = () => {
  const notify = useNotify();
  return async (text: string, message: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notify(message);
    } catch {
      notify('The browser does not allow copying here. Select the text and copy it yourself.', {
        type: 'error',
      });
    }
  };
};
