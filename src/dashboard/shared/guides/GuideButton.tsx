import MenuBook from '@mui/icons-material/MenuBookOutlined';
import { Button, IconButton } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { GuideDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useSoftware } from '../useSoftware.tsx';

type Props = {
  software: string;
  /** The customer whose row it is in: an icon, as there is little room for a label. */
  inRowOf?: CustomerRecord;
};

/** Opens the guide for the software that a customer selected. */
export const GuideButton = ({ software, inRowOf }: Props) => {
  const openDialog = useOpenDialog();
  const { shortcut, hint } = useShortcut('g');
  const data = useSoftware(software);
  const show = () => data && openDialog((close) => <GuideDialog software={data} onClose={close} />);
  const label = data ? `Guide for ${data.name}` : 'Guide';
  return inRowOf ? (
    <IconButton
      size="small"
      aria-label={`${label}: ${inRowOf.name}`}
      data-tooltip={hint(label)}
      onClick={show}
      {...shortcut}
    >
      <MenuBook fontSize="small" />
    </IconButton>
  ) : (
    <Button variant="outlined" startIcon={<MenuBook />} onClick={show} {...shortcut}>
      Open guide
    </Button>
  );
};
