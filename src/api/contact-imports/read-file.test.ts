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

describe('a file of contacts', () => {
  it.each([
    ['commas', 'Customer id,Role,Name,E-mail,Phone\n7,it,"Ek, Bo",bo@a.example,1'],
    [
      'semicolons',
      '\ufeffcompany_id;ROLE;contact name;Email;Phone number\n7;it;Ek, Bo;bo@a.example;1',
    ],
    ['tabs', 'ID\trole\tname\te-mail address\ttel\r\n 7 \tit\t"Ek, Bo"\tbo@a.example\t1\r\n'],
    ['another order', 'Phone;E-mail;Name;Role;Codat id\n1;bo@a.example;Ek, Bo;it;7'],
  ])('is read with %s', (_, text) => {
    expect(read(text).given).toEqual([
      expect.objectContaining({ number: 2, problem: null, ...ALL }),
    ]);
  });

  it('may leave columns out, and have others', () => {
    const { header, given } = read('Company;Mail;Shoe size;\nAcme;bo@a.example;44;');
    expect(header.unknown).toEqual(['Shoe size']);
    expect(given).toEqual([
      expect.objectContaining({ id: '', customer: 'Acme', role: '', email: 'bo@a.example' }),
    ]);
  });

  it('may keep values from being taken for formulas', () => {
    expect(read("id,phone,name\n7,'+44 20,'t Hart").given[0]).toMatchObject({
      ...{ phone: '+44 20', name: "'t Hart" },
    });
  });

  it.each([
    ['7,Bo', 'It has 2 values for the 3 columns.'],
    ['7,Ek, Bo,1', 'It has 4 values for the 3 columns.'],
    ['7,Bo,1,,', null],
  ])('has a line %j with the problem %j', (line, problem) => {
    expect(read(`id,name,phone\n${line}`).given[0]?.problem).toBe(problem);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n \n', 'The file is empty.'],
    ['id,name\n', 'no line below it'],
    ['id,shoe size\n7,44', 'no column for the contact'],
    ['id,shoe size\n7,44', '“shoe size”'],
    ['name,phone\nBo,1', 'no column for the customer. Name the customer in “Customer id”'],
    ['x,y\n1,2', 'no column for the customer and none for the contact'],
    ['id,"name\n7,Bo', 'The first line can’t be read: A quotation mark'],
  ])('is refused when it is %j', (text, says) => {
    expect(() => read(text)).toThrow(says);
  });

  it('is refused when it is too long', () => {
    expect(() => read(`id,name${'\n7,Bo'.repeat(50_001)}`)).toThrow('more than 50,000 lines');
  });
});
