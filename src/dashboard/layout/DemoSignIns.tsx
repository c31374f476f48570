import { Box, Button, Typography } from '@mui/material';
import { useSignInOptions } from '../shared/useSignInOptions.ts';

type Props = { busy: boolean; onChoose: (email: string, password: string) => void };

const LABELS: Record<string, string> = {
  agent: 'support agent',
  manager: 'account manager',
  admin: 'administrator',
};

/** The sandbox's people, one click each. */
export const DemoSignIns = ({ busy, onChoose }: Props) => {
  const { data } = useSignInOptions();
  if (!data || data.demoSignIns.length === 0) return null;
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1 }}>
      <Typography variant="body2" color="textSecondary">
        This is the sandbox, with sample customers. Come in as:
      </Typography>
      {data.demoSignIns.map(({ name, email, password, role }) => (
        <Button
          key={email}
          variant="outlined"
          disabled={busy}
          onClick={() => onChoose(email, password)}
        >
          {name}, {LABELS[role] ?? role}
        </Button>
      ))}
    </Box>
  );
};
