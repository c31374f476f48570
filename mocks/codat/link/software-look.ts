import type { Integration } from '../integrations.ts';

type Look = { letters: string; colour: string; country?: string };

/** By Codat's integration key. White on each of the colours has a contrast of at least 4.5 : 1. */
export const SOFTWARE_LOOKS: Record<string, Look> = {
  trji: { letters: 'BC', colour: '#0b5a6e' },
  rqwd: { letters: 'FO', colour: '#4a3aa7' },
  pbbf: { letters: 'Ex', colour: '#b3201c', country: 'United Kingdom' },
  qudb: { letters: 'Ex', colour: '#b3201c', country: 'Netherlands' },
  fbrh: { letters: 'FA', colour: '#1b659f' },
  vxvy: { letters: 'FB', colour: '#0a62bd' },
  pdvj: { letters: 'MY', colour: '#6a1cb3' },
  akxx: { letters: 'NS', colour: '#2b4a63' },
  pqsw: { letters: 'QD', colour: '#2f5f12' },
  qhyg: { letters: 'QO', colour: '#1f7317' },
  jcrp: { letters: '200', colour: '#00613d' },
  hbql: { letters: '50', colour: '#0f5132' },
  tgff: { letters: 'SA', colour: '#006b45' },
  knfz: { letters: 'SI', colour: '#0a5c50' },
  rvam: { letters: 'WD', colour: '#0757a8' },
  gbol: { letters: 'X', colour: '#0b6285' },
};

const OTHER: Look = { letters: '?', colour: '#40566b' };

export const lookOf = ({ key }: Integration): Look => SOFTWARE_LOOKS[key] ?? OTHER;

/** What tells two tiles of the same software apart, or that a connector has to be run. */
export const secondLineOf = (integration: Integration): string =>
  lookOf(integration).country ?? (integration.isOfflineConnector ? 'On your own computer' : '');
