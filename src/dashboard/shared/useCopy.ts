import { useNotify } from 'react-admin';
import { copyText } from './copyText.ts';

const REFUSED = 'Your browser blocked copying. Select the text and copy it.';

/** Copies text and shows whether that worked. */
export const useCopy = () => {
  const notify = useNotify();
  return async (text: string, message: string): Promise<void> => {
    if (await copyText(text)) notify(message);
    else notify(REFUSED, { type: 'error' });
  };
};
