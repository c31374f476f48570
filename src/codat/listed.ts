import { z } from 'zod';
import { cut } from '../common/cut.ts';
import type { SyncRemark } from '../database/schema/index.ts';
import { parseLeniently } from './lenient.ts';
import { type ListedCompany, listedCompany, listedIntegration } from './payloads.ts';

const text = z.string().optional().catch(undefined);
const identified = z.object({ id: text, name: text });

/** The id of a company, if it has one, in whatever form the rest is. */
export const idOf = (listed: unknown): string | undefined => identified.safeParse(listed).data?.id;

/** The longest id and name that a remark repeats, in characters. */
const LONGEST = 200;

export const remarkOn = (listed: unknown, problem: string): SyncRemark => {
  const { id = '', name = '' } = identified.safeParse(listed).data ?? {};
  const shortened = (text: string) => cut(text, LONGEST);
  return { companyId: shortened(id), name: shortened(name), problem };
};

/** Parses a value, or explains why it can’t be. */
const attempt = <T>(schema: z.ZodType<T>, value: unknown) => {
  try {
    return { ...parseLeniently(schema, value) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { value: null, notes: [z.prettifyError(error)] };
  }
};

/** A company of a list, null if it has no usable id, and a remark if anything about it is odd. */
export const readListed = (
  listed: unknown,
): { company: ListedCompany | null; remarks: SyncRemark[] } => {
  const { value, notes } = attempt(listedCompany, listed);
  return {
    company: value,
    remarks: notes.length > 0 ? [remarkOn(listed, notes.join('\n'))] : [],
  };
};

/** An integration of a list. Null if it can’t be used. */
export const readIntegration = (listed: unknown) => attempt(listedIntegration, listed).value;
