import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const PATH = process.env.CODAT_OPENAPI ?? '../shared/codat/Codat-Platform.json';

/** Whether Codat's OpenAPI description, which is not part of the project, is at hand. */
export const isDescribed = existsSync(PATH);

type Content = { content?: { 'application/json'?: { schema?: unknown } } };
type Operation = { requestBody?: Content; responses: Record<string, Content & { $ref?: string }> };
type Description = Record<'paths' | 'webhooks', Record<string, Record<string, Operation>>>;

/** Left over from OpenAPI 3.0 and without meaning in 3.1; the SDK would refuse most of the nulls too. */
const withoutNullable = (key: string, value: unknown): unknown =>
  key === 'nullable' ? undefined : value;

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Reads the description; what it gives back says what is wrong with a body, and is empty when nothing is. */
export const readDescription = () => {
  const description = JSON.parse(readFileSync(PATH, 'utf8'), withoutNullable) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(description, 'codat');

  const complaints = (pointer: string[], body: unknown): string[] => {
    const validate = ajv.getSchema(`codat#/${pointer.map(escaped).join('/')}`);
    if (!validate) throw new Error(`Codat’s description has no ${pointer.join(' / ')}.`);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  const JSON_SCHEMA = ['content', 'application/json', 'schema'];

  return {
    webhookTypes: Object.keys(description.webhooks),
    /** What is wrong with an answer to an operation, described by its path with {placeholders}. */
    ofAnswer: (path: string, method: string, status: number, body: unknown): string[] => {
      const response = description.paths[path]?.[method]?.responses[status];
      const pointer = response?.$ref?.replace('#/', '').split('/') ?? [
        ...['paths', path, method, 'responses', `${status}`],
      ];
      return complaints([...pointer, ...JSON_SCHEMA], body);
    },
    ofWebhook: (eventType: string, body: unknown): string[] =>
      complaints(['webhooks', eventType, 'post', 'requestBody', ...JSON_SCHEMA], body),
  };
};
