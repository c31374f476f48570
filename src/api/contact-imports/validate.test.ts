import { describe, expect, it } from 'vitest';
import type { Known } from './known-customers.ts';
import type { Given } from './read-file.ts';
import { validate } from './validate.ts';

const bo = { name: 'Bo', email: 'bo@acme.example', phone: null };

const customer = (id: string, fields: Partial<Known> = {}): Known => ({
  id,
  name: `Company ${id}`,
  deletedAt: null,
  contacts: {},
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  accountManagerId: null,
  ...fields,
});

const KNOWN = [
  customer('a', { contactName: 'Ada', contacts: { administrator: bo } }),
  customer('b', { name: 'Twin' }),
  customer('c', { name: 'Twin' }),
  customer('gone', { deletedAt: '2026-03-01T08:00:00.000Z' }),
];

const known = {
  byId: new Map(KNOWN.map((one) => [one.id, one])),
  byName: Map.groupBy(KNOWN, ({ name }) => name),
};

const EMPTY = {
  id: '',
  customer: '',
  role: '',
  name: '',
  email: '',
  phone: '',
  accountManager: '',
  raw: '',
};

const line = (fields: Partial<Given>, number = 2): Given => ({
  ...EMPTY,
  problem: null,
  number,
  ...fields,
});

const people = new Map([
  ['mira rao', new Map([['mira', { active: true }]])],
  ['mira@desk.example', new Map([['mira', { active: true }]])],
  [
    'bo ek',
    new Map([
      ['bo-1', { active: true }],
      ['bo-2', { active: true }],
    ]),
  ],
]);

const only = async (fields: Partial<Given>) => (await validate([line(fields)], known, people))[0];

describe('validate', () => {
  it('changes the parts of a contact that the line sets, and keeps those with empty cells', async () => {
    expect(await only({ id: 'a', role: 'Administrator', phone: '020 1' })).toEqual({
      outcome: 'change',
      customerId: 'a',
      role: 'administrator',
      problem: null,
      before: bo,
      after: { ...bo, phone: '020 1' },
    });
  });

  it('finds a customer by name, and takes the main contact when the line has no role', async () => {
    expect(await only({ customer: 'Company a', email: 'ada@acme.example' })).toMatchObject({
      outcome: 'change',
      customerId: 'a',
      role: 'main',
      after: { name: 'Ada', email: 'ada@acme.example', phone: null },
    });
  });

  it('finds no change in a line that repeats what is stored', async () => {
    expect(await only({ id: 'a', name: 'Ada' })).toMatchObject({ outcome: 'unchanged' });
  });

  it('adds a contact in a role without one', async () => {
    expect(await only({ id: 'a', role: 'it', name: 'Cy' })).toMatchObject({ before: null });
  });

  it.each([
    ['main', 'main'],
    ['Admin', 'administrator'],
    ['ADMINISTRATOR', 'administrator'],
    ['IT', 'it'],
    ['Accountant', 'accountant'],
  ])('reads the role %s as %s', async (written, role) => {
    expect(await only({ id: 'a', role: written, name: 'Cy' })).toMatchObject({ role });
  });

  it.each([
    ['mailto:bo@acme.example', 'bo@acme.example'],
    ['Bo Ek <bo@acme.example>', 'bo@acme.example'],
    ['r&d@acme.example', 'r&d@acme.example'],
  ])('takes the email %s', async (written, email) => {
    expect(await only({ id: 'a', email: written })).toMatchObject({ after: { email } });
  });

  it.each<[Partial<Given>, string]>([
    [{ id: 'x', name: 'Bo' }, 'No customer with the ID “x”.'],
    [{ id: 'gone', name: 'Bo' }, 'was deleted in Codat.'],
    [{ customer: 'Nobody Ltd', name: 'Bo' }, 'No customer named “Nobody Ltd”.'],
    [
      { customer: 'Twin', name: 'Bo' },
      '2 customers are named “Twin”. Use the customer ID instead.',
    ],
    [{ name: 'Bo' }, 'Missing customer.'],
    [
      { id: 'a', role: 'boss', name: 'Bo' },
      'Unknown role “boss”. Use main, administrator, it or accountant.',
    ],
    [{ id: 'a', email: 'bo' }, 'Email: Enter a valid email address.'],
    [{ id: 'a', phone: 'none' }, 'Phone: Enter a valid phone number.'],
    [
      { id: 'a', phone: '4.42079E+11' },
      'Phone: A spreadsheet cut this number short. Format its column as text, enter the full number and save again.',
    ],
    [{ id: 'a', name: 'x'.repeat(201) }, 'Name: At most 200 characters.'],
    [{ id: 'a', name: 'Bo\nBcc: x@y.z' }, 'Name: Line breaks'],
    [{ id: 'a' }, 'Missing contact: enter a name'],
    [{ id: 'a', accountManager: 'Cy' }, 'Account manager: No colleague named “Cy”.'],
    [
      { id: 'a', accountManager: 'Bo Ek' },
      'Account manager: 2 colleagues are named “Bo Ek”. Use the email instead.',
    ],
    [{ id: 'a', name: 'Bo', problem: 'Broken.' }, 'Broken.'],
  ])('rejects %j: %s', async (fields, says) => {
    const verdict = await only(fields);
    expect(verdict).toMatchObject({ outcome: 'faulty', before: null, after: null });
    expect(verdict?.problem).toContain(says);
  });

  it('lists everything that is wrong with a line', async () => {
    expect((await only({ id: 'x', role: 'boss', email: 'bo', phone: 'none' }))?.problem).toMatch(
      /“x”.*“boss”.*Email.*Phone/,
    );
  });

  it.each(['Mira Rao', 'MIRA RAO', 'mira@desk.example'])(
    'sets the account manager %s, without a contact too',
    async (accountManager) => {
      const after = { ...bo, accountManagerId: 'mira' };
      expect(await only({ id: 'a', role: 'admin', accountManager })).toMatchObject({
        outcome: 'change',
        before: { ...bo, accountManagerId: null },
        after,
      });
      const cy = { name: 'Cy', email: null, phone: null };
      expect(await only({ id: 'a', role: 'it', name: 'Cy', accountManager })).toMatchObject({
        before: { name: null, email: null, phone: null, accountManagerId: null },
        after: { ...cy, accountManagerId: 'mira' },
      });
    },
  );

  it('finds no change in the present account manager, even if a colleague has the same name', async () => {
    const ours = customer('d', { accountManagerId: 'bo-2' });
    const both = { ...known, byId: new Map([['d', ours]]) };
    const [verdict] = await validate([line({ id: 'd', accountManager: 'Bo Ek' })], both, people);
    expect(verdict).toMatchObject({ outcome: 'unchanged', problem: null });
  });

  it('sets one account manager for each customer, whichever of their contacts has it', async () => {
    const mira = { id: 'a', accountManager: 'Mira Rao' };
    const verdicts = await validate(
      [
        line(mira, 2),
        line({ ...mira, role: 'it', name: 'Cy' }, 3),
        line({ ...mira, role: 'it' }, 4),
      ],
      known,
      people,
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['change', 'change', 'unchanged']);
    expect(verdicts[1]?.after).toEqual({ name: 'Cy', email: null, phone: null });
    const two = new Map([...people, ['di', new Map([['di', { active: true }]])]]);
    const [, other] = await validate(
      [line(mira, 2), line({ id: 'a', accountManager: 'Di' }, 3)],
      known,
      two,
    );
    expect(other?.problem).toBe('Row 2 names another account manager, which takes precedence.');
  });

  it('rejects a line about the same contact as an earlier valid one', async () => {
    const same = { id: 'a', role: 'it' };
    const verdicts = await validate(
      [
        line({ ...same, email: 'invalid' }, 2),
        line({ ...same, name: 'Cy' }, 3),
        line({ customer: 'Company a', role: 'IT', name: 'Di' }, 4),
        line({ id: 'a', name: 'Di' }, 5),
      ],
      known,
      people,
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'faulty',
      'change',
      'faulty',
      'change',
    ]);
    expect(verdicts[2]?.problem).toContain('Duplicate of row 3, which takes precedence.');
  });
});
