import { useNotify } from 'react-admin';
import { copyText } from './copyText.ts';

const REFUSED = 'The browser does not allow copying here. Select the text and copy it yourself.';

/** Copies a text, and says so. */
export const useCopy = () => {
  const notify = useNotify();
  return async (text: string, message: string): Promise<void> => {
    if (await copyText(text)) notify(message);
    else notify(REFUSED, { type: 'error' });
  };
};
