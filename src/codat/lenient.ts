import { z } from 'zod';
import { cut } from '../common/cut.ts';

/** A value of the expected form, and a note on each field that was left out for it. */
export type Lenient<T> = { value: T; notes: string[] };

type Path = readonly PropertyKey[];

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const inside = (value: unknown, path: Path): unknown =>
  path.reduce((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);

/**
 * The path of the field to leave out because of a fault: the nearest one around it that is there. Lists are left out
 * whole, since the rest of a list would claim that the others don’t exist.
 */
const fieldAround = (value: unknown, fault: Path): Path | undefined =>
  fault
    .map((_, index) => fault.slice(0, fault.length - index))
    .find((path) => typeof path.at(-1) !== 'number' && inside(value, path) !== undefined);

const isWithin = (path: Path, field: Path): boolean =>
  field.every((key, index) => path[index] === key);

/** The longest part of a value that a note quotes, in characters. */
const LONGEST_QUOTE = 100;

const noteOn = (field: Path, value: unknown, message: string): string => {
  const quoted = cut(JSON.stringify(value) ?? '', LONGEST_QUOTE);
  return `${field.join('.')} was left out, because it is ${quoted}: ${message}`;
};

/** Leaves out the fields around faults. Returns a note on each: none if there is nothing left to leave out. */
const leaveOut = (value: unknown, faults: readonly z.core.$ZodIssue[], at: Path): string[] => {
  const gone: Path[] = [];
  return faults.flatMap(({ path, message }) => {
    if (gone.some((field) => isWithin(path, field))) return [];
    const field = fieldAround(value, path);
    const parent = field && inside(value, field.slice(0, -1));
    const key = field?.at(-1);
    if (!field || key === undefined || !isObject(parent)) return [];
    const note = noteOn([...at, ...field], parent[key], message);
    delete parent[key];
    gone.push(field);
    return [note];
  });
};

/**
 * Parses what Codat sent. Fields of another form than expected are left out with a note, because the rest still counts.
 * Notes name fields by their path, which begins with `at`.
 * @throws ZodError when a field that is needed is missing or of another form
 */
export const parseLeniently = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: Path = [],
): Lenient<T> => {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, notes: [] };
  const rest = structuredClone(value);
  const notes: string[] = [];
  for (let { error } = first; ; ) {
    const left = leaveOut(rest, error.issues, at);
    if (left.length === 0)
      throw new z.ZodError(
        first.error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })),
      );
    notes.push(...left);
    const result = schema.safeParse(rest);
    if (result.success) return { value: result.data, notes };
    error = result.error;
  }
};
