import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { describeError, withoutData } from './describe-error.ts';

const SECRET = 'planted-secret';
const TOKEN = '0a'.repeat(16);

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('an error in the log', () => {
  const ERRORS: [name: string, error: unknown][] = [
    ['a query with parameters', new DrizzleQueryError('select $1', [SECRET], new Error('No.'))],
    ['JSON that can’t be read', thrownBy(() => JSON.parse(`{"password": "${SECRET}", oops`))],
    ['an address with a password', new Error(`connect to postgres://unstuck:${SECRET}@db:5432`)],
    ['an invalid URL', thrownBy(() => new URL(`//unstuck:${SECRET}@`))],
    ['a rejected recipient', new Error(`550 ${SECRET}@acme.example is unknown`)],
    ['a token', new Error(`No session ${TOKEN}`)],
    ['a request', Object.assign(new Error('Failed'), { config: { headers: { key: SECRET } } })],
    ['a row', Object.assign(new Error('Failed'), { detail: SECRET, where: SECRET, hint: SECRET })],
    ['something quoted', new Error(`invalid input syntax for type uuid: "a"b ${SECRET}"`)],
    ['a cause', new Error('Failed', { cause: new Error(`"${SECRET}"`) })],
    ['several', new AggregateError([new Error(`"${SECRET}"`), new Error(`“${SECRET}”`)], 'Failed')],
    ['a forged stack', new Error(`"\n    at ${SECRET} (file.ts:1:1)\n"`)],
    ['a rejected string', `"${SECRET}"`],
  ];

  it.each(ERRORS)('says nothing of the data in %s', (_, error) => {
    const text = JSON.stringify(describeError(error));
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(TOKEN);
    expect(text.length).toBeGreaterThan(20);
  });

  it('says what happened, and where', () => {
    const cause = Object.assign(new Error('relation "notes" does not exist'), { code: '42P01' });
    expect(describeError(new TypeError('x is not a function', { cause }))).toEqual({
      type: 'TypeError',
      message: 'x is not a function',
      at: expect.arrayContaining([expect.stringContaining('describe-error.test.ts')]),
      causes: [
        {
          type: 'Error',
          message: 'relation "notes" does not exist',
          code: '42P01',
          at: expect.any(Array),
        },
      ],
    });
  });

  it('says what happened in a worker, whose errors are plain objects', () => {
    const error = new Error(`No answer to "${SECRET}"`);
    const emitted = { ...error, message: error.message, stack: error.stack, queue: 'emails' };
    const said = describeError({ ...emitted, worker: 'a', data: SECRET });
    expect(said).toMatchObject({ type: 'Error', message: 'No answer to “…”', queue: 'emails' });
    expect(JSON.stringify(said)).not.toContain(SECRET);
  });

  it('ends where an error is its own cause', () => {
    const error = new Error('Failed');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/"type"/g)?.length).toBeLessThan(10);
  });

  it('stays on one line', () => {
    expect(withoutData('callback\r\n{"level":60}\u2028x')).not.toMatch(/[\r\n]/);
  });
});
