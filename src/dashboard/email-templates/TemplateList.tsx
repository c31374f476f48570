import { Box, Card, Link, Typography } from '@mui/material';
import { Loading, useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS, EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { Ago } from '../shared/Ago.tsx';
import { Failure } from '../shared/Failure.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { Pill } from '../shared/Pill.tsx';
import { WRITTEN_WHEN } from './words.ts';

/** The e-mails that are sent, in the order in which a journey may need them. */
export const TemplateList = () => {
  const { data, error, refetch } = useGetList<EmailTemplateRecord>('email-templates');
  if (error && !data) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  const known = EMAIL_TEMPLATES.flatMap((id) => data.find((one) => one.id === id) ?? []);
  return (
    <Card component="ul" aria-label="E-mails" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {known.map((template) => (
        <TemplateItem key={template.id} template={template} />
      ))}
    </Card>
  );
};

const TemplateItem = ({ template }: { template: EmailTemplateRecord }) => (
  <Box
    component="li"
    sx={{
      display: 'grid',
      gridTemplateColumns: { md: 'minmax(0, 1fr) 130px 250px' },
      ...{ columnGap: 2, rowGap: 0.5, alignItems: 'center', px: 2, py: 1.25 },
      ...{ borderBottom: 1, borderColor: 'line.faint', '&:last-child': { borderBottom: 0 } },
    }}
  >
    <Box>
      <Link component={RouterLink} to={`/settings/emails/${template.id}`} sx={{ fontWeight: 600 }}>
        {EMAIL_TEMPLATE_FACTS[template.id].label}
      </Link>
      <Typography variant="body2" color="textSecondary">
        {WRITTEN_WHEN[template.id]}
      </Typography>
    </Box>
    <Typography variant="body2" color="textSecondary">
      {`To: ${CONTACT_ROLE_LABELS[EMAIL_TEMPLATE_FACTS[template.id].to]}`}
    </Typography>
    <Whose template={template} />
  </Box>
);

/** Whether the words are ours or theirs. */
export const Whose = ({ template }: { template: EmailTemplateRecord }) => {
  const { changedAt, changedById } = template;
  if (!changedAt)
    return (
      <Typography variant="body2" color="textSecondary">
        Original words
      </Typography>
    );
  return (
    <Typography component="div" variant="body2" color="textSecondary">
      <Pill tone="brand">Changed</Pill> <Ago at={changedAt} suffix=" ago" />
      {changedById && ' by '}
      {changedById && <PersonName id={changedById} />}
    </Typography>
  );
};
