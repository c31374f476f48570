import { Link } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { DeliveryRecord } from '../../api/deliveries/resource.ts';
import type { CodatSettingsRecord } from '../../api/settings/codat-settings.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const newestFirst = {
  pagination: { page: 1, perPage: 1 },
  sort: { field: 'receivedAt', order: 'DESC' },
} as const;

const TROUBLED = { state: ['not_understood', 'failed'] };

/** With which Codat this works, and whether its webhooks arrive. */
export const ConnectionCard = ({ settings }: { settings: CodatSettingsRecord }) => (
  <SectionCard title="Connection" aside={settings.sandbox && <Pill tone="neutral">Sandbox</Pill>}>
    <Facts>
      <Fact name="API">{settings.apiUrl}</Fact>
      <Fact name="API key">
        {settings.sandbox
          ? 'None: this is the built-in sandbox. Set CODAT_API_KEY to connect to Codat.'
          : 'Present'}
      </Fact>
      <Fact name="Last webhook">{settings.webhooks ? <LastWebhook /> : <NoSecret />}</Fact>
      <TroubledWebhooks />
    </Facts>
  </SectionCard>
);

const NoSecret = () => (
  <>
    <Pill tone="warn">Turned away</Pill> Set CODAT_WEBHOOK_SECRET to take them in.
  </>
);

const LastWebhook = () => {
  const { data, isPending } = useGetList<DeliveryRecord>('deliveries', newestFirst);
  if (isPending) return '…';
  const [last] = data ?? [];
  return last ? <Ago at={last.receivedAt} suffix=" ago" /> : 'None received yet';
};

const TroubledWebhooks = () => {
  const { total } = useGetList('deliveries', { ...newestFirst, filter: TROUBLED });
  if (!total) return null;
  return (
    <Fact name="Not understood">
      <Link component={RouterLink} to={`/deliveries?filter=${JSON.stringify(TROUBLED)}`}>
        {total === 1 ? '1 webhook' : `${total.toLocaleString()} webhooks`}
      </Link>
    </Fact>
  );
};
