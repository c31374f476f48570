import { Typography } from '@mui/material';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { Pill } from '../shared/Pill.tsx';

type Props = { template: EmailTemplateRecord };

/** Whether an e-mail has the words that came with this version, or who gave it others. */
export const Whose = ({ template: { changedAt, changedById } }: Props) =>
  changedAt ? (
    <Typography component="span" variant="body2" color="textSecondary">
      <Pill tone="brand">Changed</Pill> <Ago at={changedAt} suffix=" ago" />
      {changedById && ' by '}
      {changedById && <PersonName id={changedById} />}
    </Typography>
  ) : (
    <Typography component="span" variant="body2" color="textSecondary">
      Original words
    </Typography>
  );
