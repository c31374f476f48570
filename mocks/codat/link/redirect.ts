export const STATUS_CODES = [200, 201, 403, 500, 501] as const;

/** How a visit ends, in the status codes of Codat's redirect. */
export type Ending = { statusCode: (typeof STATUS_CODES)[number]; statusText: string };

const ERROR_MESSAGES: Record<Ending['statusCode'], string> = {
  200: '',
  201: '',
  403: 'User cancelled.',
  500: 'Unknown error occurred.',
  501: 'Not supported.',
};

/** Values the redirect can use by name. A parameter of the Link URL can't override them. */
export type Reserved = {
  companyId: string;
  connectionId: string;
  platform: string;
  platformName: string;
  integrationId: string;
  sourceId: string;
  sourceType: string;
};

const SANDBOX_CLIENT_ID = '5ab00000-0000-4000-8000-000000000000';

/** Only the client decides where customers are sent, so nothing from a Link URL may become part of the host. */
const checkTemplate = (template: string): void => {
  const url = URL.parse(template);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin.includes('{'))
    throw new Error(
      `The redirect URL must start with http:// or https:// and a host without placeholders, but is “${template}”.`,
    );
};

/**
 * Fills a redirect URL's {placeholders}. Unknown ones become empty.
 * @throws Error when the template is not a web address, or its host contains a placeholder
 */
export const createRedirect = (template: string) => {
  checkTemplate(template);
  return (reserved: Reserved, parameters: Readonly<Record<string, string>>, ending: Ending) => {
    const values = new Map<string, string>([
      ...Object.entries(parameters),
      ...Object.entries(reserved),
      ['clientId', SANDBOX_CLIENT_ID],
      ['statusCode', String(ending.statusCode)],
      ['statusText', ending.statusText],
      ['errorMessage', ERROR_MESSAGES[ending.statusCode]],
    ]);
    return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
      encodeURIComponent((values.get(name) ?? '').toWellFormed()),
    );
  };
};
