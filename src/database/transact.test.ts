import { describe, expect, it } from 'vitest';
import { inOneTrip } from './transact.ts';

describe('statements in one trip', () => {
  it('return what each returns', async () => {
    expect(await inOneTrip([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
  });

  it('fail with the error of the first that fails, whichever is known first', async () => {
    const { promise: failing, reject } = Promise.withResolvers<never>();
    const trip = inOneTrip([Promise.resolve(), failing, Promise.reject(new Error('aborted'))]);
    reject(new Error('the cause'));
    await expect(trip).rejects.toThrow('the cause');
  });
});
