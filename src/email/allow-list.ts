/** Codat is only reached over HTTPS. */
export const ALLOW_LIST_PORT = 443;

const EVERYWHERE = ['*.codat.io'];

/** The hosts that the connector of on-premise software talks to, by Codat’s key for the software. */
const CONNECTORS: Record<string, readonly string[]> = {
  pqsw: ['quickbooksdesktop.codat.io', 'connectors.codat.io'],
  hbql: ['sage50.codat.io', 'connectors.codat.io'],
};

/** The hosts that a customer’s IT must allow; `software` is Codat’s key. */
export const allowedHosts = (software: string | null): string[] => [
  ...EVERYWHERE,
  ...(CONNECTORS[software ?? ''] ?? []),
];
