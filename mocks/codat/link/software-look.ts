import { SOFTWARE } from '../../../src/journey/content/software.ts';
import type { Integration } from '../integrations.ts';

type Look = { letters: string; colour: string; country: string | undefined };

/** By Codat's integration key. */
export const SOFTWARE_LOOKS: ReadonlyMap<string, Look> = new Map(
  SOFTWARE.flatMap(({ key, otherKeys, sandbox: { letters, colour, countries } }) =>
    [key, ...otherKeys].map((tile) => [tile, { letters, colour, country: countries?.[tile] }]),
  ),
);

const OTHER: Look = { letters: '?', colour: '#40566b', country: undefined };

export const lookOf = ({ key }: Integration): Look => SOFTWARE_LOOKS.get(key) ?? OTHER;

/** What tells two tiles of the same software apart, or that a connector has to be run. */
export const secondLineOf = (integration: Integration): string =>
  lookOf(integration).country ?? (integration.isOfflineConnector ? 'On your own computer' : '');
