import { Typography } from '@mui/material';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { Pill } from '../shared/Pill.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';

type Props = { template: EmailTemplateRecord };

/** Who last changed a template, or that it is the default. */
export const ChangedBy = ({ template: { changedAt, changedById } }: Props) =>
  changedAt ? (
    <Typography component="span" variant="body2" color="textSecondary">
      <Pill tone="brand">Changed</Pill> <Ago at={changedAt} suffix=" ago" />
      {changedById && ' by '}
      {changedById && <PersonName id={changedById} />}
    </Typography>
  ) : (
    <Typography component="span" variant="body2" color="textSecondary">
      Default
    </Typography>
  );
