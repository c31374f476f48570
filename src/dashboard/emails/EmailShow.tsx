import { Breadcrumbs, Link } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Loading, ShowBase, useShowContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { api } from '../shared/api.ts';
import { CustomerLink } from '../shared/customers/CustomerLink.tsx';
import { Fact, Facts } from '../shared/Facts.tsx';
import { Failure } from '../shared/Failure.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { EmailPreview } from '../shared/sending/EmailPreview.tsx';
import { roleOf } from '../shared/sending/emailLabels.ts';
import { TwoColumns } from '../shared/TwoColumns.tsx';
import { EmailOpenings } from './EmailOpenings.tsx';
import { EmailState } from './EmailState.tsx';
import { SendAgainButton } from './SendAgainButton.tsx';

/** One email: its content, its recipient and its status. */
export const EmailShow = () => (
  <ShowBase<EmailRecord>
    queryOptions={{ retry: false, onError: () => undefined }}
    loading={<Loading />}
  >
    <EmailPage />
  </ShowBase>
);

const EmailPage = () => {
  const { record: email, error, refetch } = useShowContext<EmailRecord>();
  if (!email) return error && <Failure error={error} onRetry={() => refetch()} />;
  return (
    <>
      <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
        <Link component={RouterLink} to="/emails" color="text.secondary">
          Outbox
        </Link>
        {EMAIL_TEMPLATE_FACTS[email.template].label}
      </Breadcrumbs>
      <PageHeader title={email.subject} note={<EmailState email={email} />}>
        <SendAgainButton email={email} />
      </PageHeader>
      <TwoColumns
        aside={
          <SectionCard title="Details">
            <Details email={email} />
          </SectionCard>
        }
      >
        <SectionCard title="Message">
          <Content email={email} />
        </SectionCard>
      </TwoColumns>
    </>
  );
};

const Content = ({ email: { id, subject } }: { email: EmailRecord }) => {
  const { data, error } = useQuery({
    // The content of an email never changes, so changes to emails don’t invalidate it.
    queryKey: ['email-content', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await api.emails[':id'].content.$get({ param: { id: encodeURIComponent(id) } })).json(),
    retry: false,
  });
  return <EmailPreview data={data && { ...data, subject }} error={error} />;
};

const Details = ({ email }: { email: EmailRecord }) => (
  <Facts>
    <Fact name="Customer">
      <CustomerLink id={email.customerId} />
    </Fact>
    <Fact name="Recipient">
      {email.toName && <bdi>{email.toName} </bdi>}
      <bdi>{email.toEmail}</bdi>
    </Fact>
    <Fact name="Role">{roleOf(email)}</Fact>
    <Fact name="Reply-to">{email.replyTo}</Fact>
    <Fact name="Created">
      <Ago at={email.createdAt} suffix=" ago" /> by <PersonName id={email.createdById} />
    </Fact>
    {email.sentAt && (
      <Fact name="Sent">
        <Ago at={email.sentAt} suffix=" ago" />
      </Fact>
    )}
    {email.linkId && email.sentAt && (
      <Fact name="Link">
        <EmailOpenings linkId={email.linkId} />
      </Fact>
    )}
    {email.failedAttempts > 0 && <Fact name="Failed attempts">{email.failedAttempts}</Fact>}
  </Facts>
);
