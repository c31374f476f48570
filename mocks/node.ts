import { setupServer } from 'msw/node';
import { createHandlers } from './handlers.ts';
import { createMockHost, type MockHostOptions } from './host.ts';

/** For tests in Node: answers requests to the host's origin within this process. */
export const startMock = async (options: MockHostOptions) => {
  const host = await createMockHost(options);
  const server = setupServer(...createHandlers(options.publicUrl, host.fetch));
  server.listen({ onUnhandledFrame: 'error' });
  return {
    stop: async () => {
      server.close();
      await host.close();
    },
  };
};
