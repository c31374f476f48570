import { v7 as uuidv7 } from 'uuid';
import { selectRows } from '../../database/bulk.ts';
import {
  type ContactImportLine,
  contactImportLines,
  contactImports,
} from '../../database/schema/index.ts';
import type { ApiRequest } from '../kit/request.ts';
import { unknownColumns } from './columns.ts';
import { loadMeant } from './known-customers.ts';
import { type ContactFile, readContactFile } from './read-file.ts';
import { judge, type Verdict } from './validate.ts';

/** More of a line than this helps nobody to find it. */
const RAW_LENGTH = 1000;

/** A statement with more rows than this takes longer for each. */
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
  raw: verdict.outcome === 'faulty' ? raw.slice(0, RAW_LENGTH).toWellFormed() : null,
});

/** Columns that mean nothing to us are told of as if the header were a line that can't be used. */
const headerRows = (importId: string, { header }: ContactFile): ContactImportLine[] =>
  header.unknown.length > 0
    ? [
        lineRow(importId, header, {
          ...{ outcome: 'faulty', customerId: null, role: null, before: null, after: null },
          problem: unknownColumns(header.unknown),
        }),
      ]
    : [];

const countOf = (rows: readonly ContactImportLine[], outcome: Verdict['outcome']): number =>
  rows.filter((row) => row.outcome === outcome).length;

/**
 * Keeps what a file of contacts would change, for looking at; nothing changes yet. Returns the id of the import.
 * @throws Problem 422 when it is no such file
 */
export const previewImport = async (
  { ports: { database }, person, now }: ApiRequest,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<string> => {
  const file = readContactFile(bytes);
  const verdicts = judge(file.given, await loadMeant(database, file.given));
  const id = uuidv7();
  const rows = [
    ...headerRows(id, file),
    ...file.given.flatMap((line, index) => {
      const verdict = verdicts[index];
      return verdict ? [lineRow(id, line, verdict)] : [];
    }),
  ];
  await database.transaction(async (transaction) => {
    await transaction.insert(contactImports).values({
      ...{ id, fileName, state: 'previewed', createdById: person.id, createdAt: now },
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
