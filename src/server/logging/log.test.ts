import { afterEach, expect, it } from 'vitest';
import { divertConsole } from './log.ts';

const library: Console = console;
const printers = { ...library };
afterEach(() => void Object.assign(library, printers));

it('what libraries print to the console goes to the log, as text on one line and without what else they print', () => {
  const entries: unknown[] = [];
  const keep = (details: object, message: string) => entries.push({ ...details, message });
  divertConsole({ info: keep, warn: keep, error: keep });
  const error = new Error('No.');
  library.error('# SERVER_ERROR:', error, { password: 'secret' });
  library.warn('Invalid callbackURL: https://evil.example/\r\n{"level":60}');
  library.log('User ada@acme.example not found');
  expect(entries).toEqual([
    { message: 'printed by a library', text: '# SERVER_ERROR:', err: error },
    {
      message: 'printed by a library',
      text: 'Invalid callbackURL: https://evil.example/ {“…”:60}',
    },
    { message: 'printed by a library', text: 'User …@… not found' },
  ]);
});
