/** `npm test` takes minutes and leaves out what takes longest, `npm run test:all` twenty minutes. */
export const IS_SHORT = process.env.TESTS === 'short';
