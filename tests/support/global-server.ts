import { bundleServer } from '../../src/server/bundle.ts';

/** Puts the server’s code together, before tests that start it. */
export const setup = bundleServer;
