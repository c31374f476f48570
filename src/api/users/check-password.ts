import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import {
  isEasyToGuess,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  TOO_EASY,
  TOO_LONG,
  TOO_SHORT,
} from './password.ts';

/** A new password in a body. `checkPassword` judges the rest. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, TOO_SHORT)
  .max(MAX_PASSWORD_LENGTH, TOO_LONG);

/** @throws Problem 422 that names the field when someone’s new password is too easy to guess */
export const checkPassword = async (
  field: string,
  password: string,
  person: { name: string; email: string },
): Promise<void> => {
  if (await isEasyToGuess(password, person))
    throw new Problem(422, TOO_EASY, { errors: { [field]: TOO_EASY } });
};
