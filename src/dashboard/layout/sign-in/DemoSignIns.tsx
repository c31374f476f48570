import { Box, Button, Typography } from '@mui/material';
import { ROLE_LABELS, type Role } from '../../../common/permissions.ts';
import { useSignInOptions } from '../../shared/useSignInOptions.ts';

export type Credentials = { email: string; password: string };

type Props = {
  /** Only this user, if given. */
  email?: string | undefined;
  busy: boolean;
  onChoose: (credentials: Credentials) => void;
};

const DUTIES: Record<Role, string> = {
  agent: 'works the queue',
  manager: 'follows the numbers',
  admin: 'looks after settings',
};

/** One button for each sample user of the sandbox. */
export const DemoSignIns = ({ email: expected, busy, onChoose }: Props) => {
  const { data } = useSignInOptions();
  const offered = data?.demoSignIns.filter(({ email }) => email === (expected ?? email)) ?? [];
  if (offered.length === 0) return null;
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1 }}>
      <Typography variant="body2" color="textSecondary">
        Sandbox with sample data. Sign in as:
      </Typography>
      {offered.map(({ name, email, password, role }) => (
        <Button
          key={email}
          variant="outlined"
          disabled={busy}
          onClick={() => onChoose({ email, password })}
        >
          {`${name} · ${ROLE_LABELS[role]}: ${DUTIES[role]}`}
        </Button>
      ))}
    </Box>
  );
};
