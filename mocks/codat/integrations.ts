import { SOFTWARE } from '../../src/journey/content/software.ts';

/** An accounting package that the sandbox offers, in the fields of Codat's integrations. */
export type Integration = {
  key: string;
  name: string;
  enabled: boolean;
  isOfflineConnector: boolean;
  isBeta: boolean;
  integrationId: string;
  sourceId: string;
  sourceType: 'Accounting';
};

const uuidOf = (kind: string, index: number): string =>
  `5ab0${kind}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/** All software with continuous streaming. A package with country editions has a tile for each. */
export const INTEGRATIONS: readonly Integration[] = SOFTWARE.flatMap(
  ({ key, otherKeys, name, onPremise }) =>
    [key, ...otherKeys].map((each) => ({ each, name, onPremise })),
).map(({ each, name, onPremise }, index) => ({
  key: each,
  name,
  enabled: true,
  isOfflineConnector: onPremise,
  isBeta: false,
  integrationId: uuidOf('0001', index),
  sourceId: uuidOf('0002', index),
  sourceType: 'Accounting',
}));

/** @throws Error when the sandbox doesn't have the software */
export const integrationOf = (key: string): Integration => {
  const found = INTEGRATIONS.find((integration) => integration.key === key);
  if (!found) throw new Error(`The sandbox has no software with the key ${key}.`);
  return found;
};
