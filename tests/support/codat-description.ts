import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const PATH = process.env.CODAT_OPENAPI ?? '../shared/codat/Codat-Platform.json';

/** Whether Codat’s OpenAPI description, which isn’t part of the project, is available. */
export const isDescribed = existsSync(PATH);

type Content = { content?: { 'application/json'?: { schema?: unknown } } };
type Operation = { requestBody?: Content; responses: Record<string, Content & { $ref?: string }> };
type Description = Record<'paths' | 'webhooks', Record<string, Record<string, Operation>>>;

/** Removes a keyword of OpenAPI 3.0 that has no meaning in 3.1. The SDK rejects most nulls, too. */
const withoutNullable = (key: string, value: unknown): unknown =>
  key === 'nullable' ? undefined : value;

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Reads the description. The returned functions list a body’s violations of it. */
export const readDescription = () => {
  const description = JSON.parse(readFileSync(PATH, 'utf8'), withoutNullable) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(description, 'codat');

  const violations = (pointer: string[], body: unknown): string[] => {
    const validate = ajv.getSchema(`codat#/${pointer.map(escaped).join('/')}`);
    if (!validate) throw new Error(`Codat’s description has no ${pointer.join(' / ')}.`);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  const JSON_SCHEMA = ['content', 'application/json', 'schema'];

  return {
    webhookTypes: Object.keys(description.webhooks),
    /** Violations in a response of an operation, which its path with {placeholders} identifies. */
    ofResponse: (path: string, method: string, status: number, body: unknown): string[] => {
      const response = description.paths[path]?.[method]?.responses[status];
      const pointer = response?.$ref?.replace('#/', '').split('/') ?? [
        'paths',
        path,
        method,
        'responses',
        `${status}`,
      ];
      return violations([...pointer, ...JSON_SCHEMA], body);
    },
    ofWebhook: (eventType: string, body: unknown): string[] =>
      violations(['webhooks', eventType, 'post', 'requestBody', ...JSON_SCHEMA], body),
  };
};
