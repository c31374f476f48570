import { saveCsv } from '../shared/csv/saveCsv.ts';

const ID = '00000000-0000-4000-8000-000000000001';

const COLUMNS = ['Customer ID', 'Customer', 'Role', 'Name', 'Email', 'Phone'];

const ROWS = [
  [ID, 'Acme Ltd', 'main', 'Ada Okoro', 'ada@acme.example', '020 7946 0123'],
  [ID, 'Acme Ltd', 'administrator', 'Bo Ek', 'bo@acme.example', ''],
  ['', 'Brennan Foods', 'accountant', '', 'books@brennan.example', ''],
];

/** Downloads an example file with a few contacts, to be replaced by one’s own. */
export const saveExample = (): Promise<void> =>
  saveCsv(
    ROWS.map((cells) =>
      Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? ''])),
    ),
    'contacts-example',
  );
