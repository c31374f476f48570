import { Link } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { DeliveryRecord } from '../../api/deliveries/resource.ts';
import type { CodatSettingsRecord } from '../../api/settings/codat-settings.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { Failure } from '../shared/Failure.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const newestFirst = {
  pagination: { page: 1, perPage: 1 },
  sort: { field: 'receivedAt', order: 'DESC' },
} as const;

const FAULTY = { state: ['not_understood', 'failed'] };

/** Which Codat API Unstuck uses, and whether its webhooks arrive. */
export const ConnectionCard = ({ settings }: { settings: CodatSettingsRecord }) => (
  <SectionCard title="Connection" aside={settings.sandbox && <Pill tone="neutral">Sandbox</Pill>}>
    <Facts>
      <Fact name="API">{settings.apiUrl}</Fact>
      <Fact name="API key">
        {settings.sandbox
          ? 'None. This is the built-in sandbox. Set CODAT_API_KEY to connect.'
          : 'Set'}
      </Fact>
      <Fact name="Last webhook">{settings.webhooks ? <LastWebhook /> : <NoSecret />}</Fact>
      {settings.webhookSecrets > 1 && <Fact name="Webhook secrets">{secretsOf(settings)}</Fact>}
      <FaultyWebhooks />
    </Facts>
  </SectionCard>
);

const secretsOf = ({ webhookSecrets, lastSecret }: CodatSettingsRecord): string =>
  lastSecret === null
    ? `${webhookSecrets} set. None of them has signed a webhook yet.`
    : `${webhookSecrets} set. No. ${lastSecret} signed the last webhook.`;

const NoSecret = () => (
  <>
    <Pill tone="warn">Rejected</Pill> Set CODAT_WEBHOOK_SECRET to accept webhooks.
  </>
);

const LastWebhook = () => {
  const { data, error, isPending, refetch } = useGetList<DeliveryRecord>('deliveries', newestFirst);
  if (isPending) return '…';
  if (!data) return <Failure error={error} onRetry={() => refetch()} />;
  const [last] = data;
  return last ? <Ago at={last.receivedAt} suffix=" ago" /> : 'None received yet';
};

const FaultyWebhooks = () => {
  const { total } = useGetList('deliveries', { ...newestFirst, filter: FAULTY });
  if (!total) return null;
  return (
    <Fact name="Unrecognised or failed">
      <Link component={RouterLink} to={`/deliveries?filter=${JSON.stringify(FAULTY)}`}>
        {total === 1 ? '1 webhook' : `${total.toLocaleString()} webhooks`}
      </Link>
    </Fact>
  );
};
