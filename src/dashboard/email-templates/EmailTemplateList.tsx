import { Box, Card, Link, Typography } from '@mui/material';
import { ListBase, Loading, useCreatePath, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { CONTACT_NAMES } from '../shared/sending/emailLabels.ts';
import { ChangedBy } from './ChangedBy.tsx';

/** All email templates. */
export const EmailTemplateList = () => (
  <>
    <SettingsHeader note="What your emails to customers say" />
    <ListBase sort={{ field: 'id', order: 'ASC' }} perPage={25}>
      <Templates />
    </ListBase>
  </>
);

const Templates = () => {
  const { data, error } = useListContext<EmailTemplateRecord>();
  if (error && !data) return <ListFailure />;
  if (!data) return <Loading />;
  return (
    <Card component="ul" aria-label="Email templates" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {data.map((template) => (
        <TemplateItem key={template.id} template={template} />
      ))}
    </Card>
  );
};

const TemplateItem = ({ template }: { template: EmailTemplateRecord }) => {
  const createPath = useCreatePath();
  const { id } = template;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: 'minmax(0, 1fr) 190px 260px' },
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'line.faint',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <Box>
        <Link
          component={RouterLink}
          to={createPath({ resource: 'email-templates', type: 'edit', id })}
          sx={{ fontWeight: 600 }}
        >
          {EMAIL_TEMPLATE_FACTS[id].label}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {EMAIL_TEMPLATE_FACTS[id].description}
        </Typography>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {`Sent to: ${CONTACT_NAMES[EMAIL_TEMPLATE_FACTS[id].to]}`}
      </Typography>
      <ChangedBy template={template} />
    </Box>
  );
};
