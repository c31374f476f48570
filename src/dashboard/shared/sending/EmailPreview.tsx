import { Alert, Skeleton } from '@mui/material';
import type { RenderedEmail } from '../../../api/email-templates/bodies.ts';
import { EmailText } from './EmailText.tsx';

type Props = { data: RenderedEmail | undefined; error: Error | null; tall?: boolean | undefined };

/** A rendered email, or its loading or error state. */
export const EmailPreview = ({ data, error, tall }: Props) => {
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={360} />;
  return <EmailText email={data} tall={tall} />;
};
