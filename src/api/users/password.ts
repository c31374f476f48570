/** In characters. Apart from the resource, because the server’s configuration needs it alone. */
export const MIN_PASSWORD_LENGTH = 12;
