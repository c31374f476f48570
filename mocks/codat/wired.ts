import type { LinkEvent } from '../../src/codat/link-events.ts';
import { HURRY } from './hurry.ts';
import { createSandbox, type SandboxOptions } from './sandbox.ts';
import type { WebhookEndpoint } from './webhooks.ts';

/** What Codat and the one that uses it know of each other. */
export type SandboxSecrets = { apiKey: string; webhookSecret: string; linkEventsKey: string };

type Wiring = Pick<SandboxOptions, 'publicUrl' | 'now' | 'kept' | 'keep'> & {
  /** Where the sandbox reaches the Unstuck that it belongs to, and how. */
  unstuckUrl: string;
  fetch: NonNullable<WebhookEndpoint['fetch']>;
  secrets: SandboxSecrets;
};

/** A sandbox that belongs to one Unstuck: its webhooks and the callbacks of its Link journey arrive there. */
export const createWiredSandbox = ({ unstuckUrl, fetch, secrets, ...options }: Wiring) =>
  createSandbox({
    ...options,
    newId: () => crypto.randomUUID(),
    apiKey: secrets.apiKey,
    webhook: { url: `${unstuckUrl}/webhooks/codat`, secret: secrets.webhookSecret, fetch },
    linkEvents: (callback: LinkEvent) =>
      fetch(`${unstuckUrl}/api/link-events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${secrets.linkEventsKey}`,
        },
        body: JSON.stringify(callback),
      }),
    hurry: HURRY,
  });
