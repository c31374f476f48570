import { HttpError } from 'react-admin';
import { expect, it } from 'vitest';
import { problemsOf } from './problemsOf.ts';

it('a form shows what the server says is wrong with its fields', () => {
  const errors = { email: 'They’re on the team already.' };
  expect(problemsOf(new HttpError('Invalid', 422, { message: 'Invalid', errors }))).toEqual(errors);
});

it.each([
  ['a refusal', new HttpError('Only admins can do this.', 403, { message: 'No' })],
  ['an answer without a body', new HttpError('Only admins can do this.', 502)],
  ['an error of its own', new TypeError('Only admins can do this.')],
])('a form shows the message of %s', (_, error) => {
  expect(problemsOf(error)).toEqual({ root: { failed: 'Only admins can do this.' } });
});

it('a form does not hide what is no error', () => {
  expect(() => problemsOf('nothing')).toThrow('nothing');
});
