/** What an API key can be for. */
export const API_KEY_SCOPES = ['read', 'link-events'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];
