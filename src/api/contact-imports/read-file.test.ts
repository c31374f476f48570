import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { unknownColumns } from './columns.ts';
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

  it.each([
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company\n5,Bo,Ek,bo@a.example,1,Mira,Acme',
    ],
    [
      'Salesforce',
      'First Name,Last Name,Title,Account Name,Phone,Mobile,Email\nBo,Ek,CFO,Acme,1,2,bo@a.example',
    ],
    [
      'Google Contacts',
      'First Name,Middle Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value\nBo,,Ek,Acme,* Work,bo@a.example ::: ek@a.example,x@a.example,Mobile,1 ::: 2',
    ],
    [
      'older Google Contacts',
      'Name,Given Name,Family Name,Organization 1 - Name,E-mail 1 - Value,Phone 1 - Value\nBo Ek,Bo,Ek,Acme,bo@a.example,1',
    ],
    [
      'Outlook',
      'Title,First Name,Middle Name,Last Name,Company,Home Phone,Mobile Phone,Business Phone,E-mail Address,E-mail 2 Address\nMr,Bo,,Ek,Acme,3,2,1,bo@a.example,x@a.example',
    ],
    [
      'Outlook, with a mobile phone only',
      'First Name,Last Name,Company,Business Phone,Mobile Phone,E-mail Address\nBo,Ek,Acme,,1,bo@a.example',
    ],
    [
      'German Outlook',
      'Anrede;Vorname;Nachname;Firma;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse\nHerr;Bo;Ek;Acme;1;2;bo@a.example',
    ],
    ['German by hand', 'Kunde;Ansprechpartner;Telefon;E-Mail\nAcme;Bo Ek;1;bo@a.example'],
    [
      'German, with the last name as “Name”',
      'Firma;Name;Vorname;Telefonnummer;E-Mail\nAcme;Ek;Bo;1;bo@a.example',
    ],
    [
      'French Outlook',
      'Prénom;Nom;Société;Téléphone (bureau);Adresse de messagerie\nBo;Ek;Acme;1;bo@a.example',
    ],
    ['French by hand', 'Client;Nom complet;Téléphone;Courriel\nAcme;Bo Ek;1;bo@a.example'],
    ['Spanish', 'Empresa;Nombre;Apellidos;Teléfono;Correo electrónico\nAcme;Bo;Ek;1;bo@a.example'],
    [
      'Spanish without accents',
      'EMPRESA;NOMBRE;APELLIDOS;TELEFONO;CORREO ELECTRONICO\nAcme;Bo;Ek;1;bo@a.example',
    ],
    ['Italian', 'Azienda;Nome;Cognome;Telefono;Indirizzo e-mail\nAcme;Bo;Ek;1;bo@a.example'],
    ['Portuguese', 'Empresa;Nome;Sobrenome;Telefone;Endereço de e-mail\nAcme;Bo;Ek;1;bo@a.example'],
    ['Dutch', 'Bedrijf;Voornaam;Achternaam;Telefoonnummer;E-mailadres\nAcme;Bo;Ek;1;bo@a.example'],
    ['Swedish', 'Företag;Förnamn;Efternamn;Telefon;E-postadress\nAcme;Bo;Ek;1;bo@a.example'],
    ['Danish', 'Firma;Fornavn;Efternavn;Telefon;E-mailadresse\nAcme;Bo;Ek;1;bo@a.example'],
    ['Norwegian', 'Selskap;Fornavn;Etternavn;Telefon;E-postadresse\nAcme;Bo;Ek;1;bo@a.example'],
    ['Finnish', 'Yritys;Etunimi;Sukunimi;Puhelin;Sähköposti\nAcme;Bo;Ek;1;bo@a.example'],
    ['Polish', 'Firma;Imię;Nazwisko;Telefon;Adres e-mail\nAcme;Bo;Ek;1;bo@a.example'],
    ['Excel, naming its delimiter', 'sep=;\nCompany;Name;Phone;Email\nAcme;Bo Ek;1;bo@a.example'],
    ['an email program', 'Company,Email,Phone\nAcme,Bo Ek <bo@a.example>,1'],
  ])('reads a file from %s', async (_, text) => {
    const { given } = await read(text);
    expect(given).toMatchObject([
      {
        problem: null,
        id: '',
        customer: 'Acme',
        name: 'Bo Ek',
        email: expect.stringContaining('bo@a.example'),
        phone: '1',
      },
    ]);
  });

  it('names at most twenty unknown columns', async () => {
    const { header } = await read(`id,name${',x'.repeat(30)}\n7,Bo`);
    expect(unknownColumns(header.unknown)).toMatch(
      /^Ignored unknown columns “x”, .* and 10 more\. /,
    );
  });

  it('removes the apostrophe before a value that looks like a formula, and no other', async () => {
    expect((await read("id,phone,name\n7,'+44 20,'t Hart")).given[0]).toMatchObject({
      phone: '+44 20',
      name: "'t Hart",
    });
  });

  it.each([
    ['7,Ek, Bo,1', '4 values for 3 columns.'],
    ['7,Bo,1,,', null],
    ['7,Bo', null],
    ['7,Bo,#NAME?', '“#NAME?” is a spreadsheet error. Enter the value itself and save again.'],
    ['7,#N/A', '“#N/A” is a spreadsheet error. Enter the value itself and save again.'],
    ['7,Bo,#####', '“#####” is a spreadsheet error. Enter the value itself and save again.'],
    ['7,Bo #1', null],
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
    // Less than 100 ms, were it not for busy machines, which pause by themselves. Without pauses it is seconds.
    expect(delay.percentile(95) / 1e6).toBeLessThan(500);
  });
});
