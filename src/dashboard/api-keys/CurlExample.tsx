import { Box } from '@mui/material';
import type { ApiKeyScope } from '../../common/api-key-scopes.ts';

const LINK_EVENT = `{"id": "callback-1", "companyId": "COMPANY_ID",
    "type": "onConsent", "occurredAt": "2026-11-26T09:00:00Z"}`;

const commandOf = (scope: ApiKeyScope, key: string): string => {
  const { origin } = window.location;
  const header = `-H 'Authorization: Bearer ${key}'`;
  return scope === 'read'
    ? `curl ${header} \\\n  ${origin}/api/customers`
    : `curl ${header} \\\n  -H 'Content-Type: application/json' \\\n  -d '${LINK_EVENT}' \\\n  ${origin}/api/link-events`;
};

type Props = { scope: ApiKeyScope; apiKey?: string };

/** A command that uses a key, to copy into a terminal. */
export const CurlExample = ({ scope, apiKey = 'YOUR_KEY' }: Props) => (
  <Box
    component="pre"
    sx={{
      m: 0,
      p: 1.5,
      borderRadius: 1,
      bgcolor: 'tint.neutral',
      color: 'text.primary',
      fontSize: 12,
      textAlign: 'left',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    }}
  >
    {commandOf(scope, apiKey)}
  </Box>
);
