import { saveCsv } from '../shared/csv/saveCsv.ts';

const ID = '00000000-0000-4000-8000-000000000001';

/** Saves a file with a line of every kind, to be filled in. */
export const saveExample = (): Promise<void> =>
  saveCsv(
    [
      {
        ...{ 'Customer id': ID, Customer: 'Acme Ltd', Role: 'main' },
        ...{ Name: 'Ada Okoro', 'E-mail': 'ada@acme.example', Phone: '020 7946 0123' },
      },
      {
        ...{ 'Customer id': ID, Customer: 'Acme Ltd', Role: 'administrator' },
        ...{ Name: 'Bo Ek', 'E-mail': 'bo@acme.example', Phone: '' },
      },
      {
        ...{ 'Customer id': '', Customer: 'Brennan Foods', Role: 'accountant' },
        ...{ Name: '', 'E-mail': 'books@brennan.example', Phone: '' },
      },
    ],
    'contacts-example',
  );
