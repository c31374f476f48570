import { Box, Button, Typography } from '@mui/material';
import { ROLE_LABELS, type Role } from '../../common/permissions.ts';
import { useSignInOptions } from '../shared/useSignInOptions.ts';

type Props = { busy: boolean; onChoose: (email: string, password: string) => void };

const DUTIES: Record<Role, string> = {
  agent: 'works the queue',
  manager: 'follows the numbers',
  admin: 'looks after settings',
};

/** One button for each sample user of the sandbox. */
export const DemoSignIns = ({ busy, onChoose }: Props) => {
  const { data } = useSignInOptions();
  if (!data || data.demoSignIns.length === 0) return null;
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1 }}>
      <Typography variant="body2" color="textSecondary">
        Sandbox with sample data. Sign in as:
      </Typography>
      {data.demoSignIns.map(({ name, email, password, role }) => (
        <Button
          key={email}
          variant="outlined"
          disabled={busy}
          onClick={() => onChoose(email, password)}
        >
          {`${name} · ${ROLE_LABELS[role]}: ${DUTIES[role]}`}
        </Button>
      ))}
    </Box>
  );
};
