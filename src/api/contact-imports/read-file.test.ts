import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { readContactFile } from './read-file.ts';

const read = (text: string) => readContactFile(new TextEncoder().encode(text));

const ALL = {
  id: '7',
  customer: '',
  role: 'it',
  name: 'Ek, Bo',
  email: 'bo@a.example',
  phone: '1',
};

describe('readContactFile', () => {
  it.each([
    ['commas', 'Customer ID,Role,Name,Email,Phone\n7,it,"Ek, Bo",bo@a.example,1'],
    [
      'the column names of old exports',
      'Customer id,Role,Name,E-mail,Phone\n7,it,"Ek, Bo",bo@a.example,1',
    ],
    [
      'semicolons',
      '\ufeffcompany_id;ROLE;contact name;Email;Phone number\n7;it;Ek, Bo;bo@a.example;1',
    ],
    ['tabs', 'ID\trole\tname\te-mail address\ttel\r\n 7 \tit\t"Ek, Bo"\tbo@a.example\t1\r\n'],
    ['columns in another order', 'Phone;E-mail;Name;Role;Codat id\n1;bo@a.example;Ek, Bo;it;7'],
  ])('reads a file with %s', async (_, text) => {
    expect((await read(text)).given).toEqual([
      expect.objectContaining({ number: 2, problem: null, ...ALL }),
    ]);
  });

  it('accepts missing columns and lists unknown ones', async () => {
    const { header, given } = await read('Company;Mail;Shoe size;\nAcme;bo@a.example;44;');
    expect(header.unknown).toEqual(['Shoe size']);
    expect(given).toEqual([
      expect.objectContaining({ id: '', customer: 'Acme', role: '', email: 'bo@a.example' }),
    ]);
  });

  it('removes the apostrophe before a value that looks like a formula, and no other', async () => {
    expect((await read("id,phone,name\n7,'+44 20,'t Hart")).given[0]).toMatchObject({
      phone: '+44 20',
      name: "'t Hart",
    });
  });

  it.each([
    ['7,Bo', '2 values for 3 columns.'],
    ['7,Ek, Bo,1', '4 values for 3 columns.'],
    ['7,Bo,1,,', null],
  ])('reads the line %j with the problem %j', async (line, problem) => {
    expect((await read(`id,name,phone\n${line}`)).given[0]?.problem).toBe(problem);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n \n', 'The file is empty.'],
    ['id,name\n', 'a header but no rows'],
    ['id,shoe size\n7,44', 'The header row needs a contact column.'],
    ['id,shoe size\n7,44', '“shoe size”'],
    ['name,phone\nBo,1', 'needs a customer column. Put the customer in “Customer ID”'],
    ['x,y\n1,2', 'needs a customer column and a contact column'],
    ['id,"name\n7,Bo', 'We can’t read the header row. Unmatched quotation mark'],
  ])('refuses the file %j', async (text, says) => {
    await expect(read(text)).rejects.toThrow(says);
  });

  it('refuses a file with more than 50,000 rows', async () => {
    await expect(read(`id,name${'\n7,Bo'.repeat(50_001)}`)).rejects.toThrow(
      'More than 50,000 rows',
    );
  });

  it.each([
    ['of quotation marks', `id,name\n${'""\n'.repeat(3_400_000)}7,Bo`],
    ['with nothing but empty values', `id,name\n${'"",""\n'.repeat(1_700_000)}7,Bo`],
    ['of spaces', `${' \n'.repeat(5_000_000)}id,name\n7,Bo`],
  ])('lets others go first while it reads 10 MiB %s', { timeout: 60_000 }, async (_, text) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { given } = await read(text);
    delay.disable();
    expect(given).toEqual([expect.objectContaining({ id: '7', name: 'Bo' })]);
    // A busy machine pauses at times by itself.
    expect(delay.percentile(95) / 1e6).toBeLessThan(100);
  });
});
