import { v7 as uuidv7 } from 'uuid';
import { cut } from '../../common/cut.ts';
import { selectRows } from '../../database/bulk.ts';
import {
  type ContactImportLine,
  contactImportLines,
  contactImports,
} from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { ApiRequest } from '../kit/request.ts';
import { unknownColumns } from './columns.ts';
import { loadReferenced } from './known-customers.ts';
import { loadPeople } from './known-people.ts';
import { type ContactFile, readContactFile } from './read-file.ts';
import { type Verdict, validate } from './validate.ts';

/** In characters; enough of a line to find it in the file. */
const RAW_LENGTH = 1000;

/** Rows per statement; larger statements take longer per row. */
const BATCH = 2000;

type Place = { number: number; raw: string };

const lineRow = (
  importId: string,
  { number, raw }: Place,
  verdict: Verdict,
): ContactImportLine => ({
  id: `${importId}:${number}`,
  importId,
  line: number,
  ...verdict,
  raw: verdict.outcome === 'faulty' ? cut(raw, RAW_LENGTH) : null,
});

/** Reports unknown columns as a fault of the header, like that of any other line. */
const headerRows = (importId: string, { header }: ContactFile): ContactImportLine[] =>
  header.unknown.length > 0
    ? [
        lineRow(importId, header, {
          outcome: 'faulty',
          customerId: null,
          role: null,
          before: null,
          after: null,
          problem: unknownColumns(header.unknown),
        }),
      ]
    : [];

const countOf = (rows: readonly ContactImportLine[], outcome: Verdict['outcome']): number =>
  rows.filter((row) => row.outcome === outcome).length;

/**
 * Stores what a file of contacts would change, without changing any contact yet. Returns the ID of the import.
 * @throws Problem 422 when the file can’t be read as contacts
 */
export const previewImport = async (
  { ports: { database }, person, now }: ApiRequest,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<string> => {
  const file = await readContactFile(bytes);
  const known = await loadReferenced(database, person.portfolio, file.given);
  const verdicts = await validate(file.given, known, await loadPeople(database));
  const id = uuidv7();
  const rows = [
    ...headerRows(id, file),
    ...file.given.flatMap((line, index) => {
      const verdict = verdicts[index];
      return verdict ? [lineRow(id, line, verdict)] : [];
    }),
  ];
  await transact(database, async (transaction) => {
    await transaction.insert(contactImports).values({
      id,
      fileName,
      state: 'previewed',
      createdById: person.id,
      createdAt: now,
      changes: countOf(rows, 'change'),
      unchanged: countOf(rows, 'unchanged'),
      faulty: countOf(rows, 'faulty'),
    });
    for (let at = 0; at < rows.length; at += BATCH)
      await transaction
        .insert(contactImportLines)
        .select(selectRows(contactImportLines, rows.slice(at, at + BATCH)));
  });
  return id;
};
