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

/** What the redirect can ask for by name. A parameter of the Link URL can't take the place of one of these. */
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

/** Where customers may be sent is the client's decision alone, so nothing from a Link URL may become the host. */
const checkTemplate = (template: string): void => {
  const url = URL.parse(template);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin.includes('{'))
    throw new Error(
      `The redirect URL must begin with http:// or https:// and a host without placeholders, not be “${template}”.`,
    );
};

/**
 * Fills a redirect URL's {placeholders}; one that nothing is known of becomes empty.
 * @throws Error when the template is no web address, or its host is left to a placeholder
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
