import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SandboxCompany } from './companies.ts';

const NAME = 'sandbox-companies.jsonl';

/** Only this module writes the file: enough is checked to notice damage. */
const companyForm = z.looseObject({
  id: z.string(),
  name: z.string(),
  tags: z.record(z.string(), z.string()),
  connections: z.array(z.looseObject({ id: z.string(), errors: z.array(z.unknown()) })),
});
const savedCompany = z.custom<SandboxCompany>((value) => companyForm.safeParse(value).success);

/** A company as last saved; null if deleted. */
const line = z.object({ id: z.string(), company: savedCompany.nullable() });
type Line = z.output<typeof line>;

const lineOf = (id: string, company: SandboxCompany | null): string =>
  `${JSON.stringify({ id, company } satisfies Line)}\n`;

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

const parse = (text: string, number: number, path: string): Line => {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `Line ${number} of ${path} is damaged. Delete the file to start with an empty sandbox.`,
    );
  }
};

/** The companies as last saved, in the order of their last change. Skips an incomplete line after the last line break. */
const read = (path: string): Map<string, SandboxCompany> => {
  const companies = new Map<string, SandboxCompany>();
  for (const [index, text] of textOf(path).split('\n').slice(0, -1).entries()) {
    const { id, company } = parse(text, index + 1, path);
    companies.delete(id);
    if (company) companies.set(id, company);
  }
  return companies;
};

/** Rewrites the file with only the latest line of each company. Replaces the old file atomically. */
const compact = (path: string, companies: Map<string, SandboxCompany>): void => {
  const fresh = `${path}.new`;
  writeFileSync(fresh, [...companies].map(([id, company]) => lineOf(id, company)).join(''));
  renameSync(fresh, path);
};

/**
 * Saves the sandbox's companies in a file of the directory, a line for each change. A process killed at any time loses
 * at most the change it was writing.
 * @throws Error when the directory isn't writable, or a line before the last is damaged
 */
export const openStore = (directory: string) => {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, NAME);
  const companies = read(path);
  compact(path, companies);
  const file = openSync(path, 'a');
  return {
    companies: [...companies.values()],
    keep: (id: string, company: SandboxCompany | null): void => {
      writeSync(file, lineOf(id, company));
    },
    close: (): void => closeSync(file),
  };
};
