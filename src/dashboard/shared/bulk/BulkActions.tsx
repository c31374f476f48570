import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import LabelOutlined from '@mui/icons-material/LabelOutlined';
import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined';
import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import Snooze from '@mui/icons-material/Snooze';
import { Box } from '@mui/material';
import { BulkActionsToolbar, SelectAllButton, useListContext } from 'react-admin';
import { formatNumber } from '../../../common/locale.ts';
import { BulkCheckButton } from '../codat-checks/BulkCheckButton.tsx';
import {
  BulkCloseDialog,
  BulkPauseDialog,
  BulkPersonDialog,
  BulkTagDialog,
} from '../dialogs/lazyDialogs.ts';
import { BulkSendButton } from '../sending/BulkSendButton.tsx';
import { BulkButton } from './BulkButton.tsx';

/** A page of the API’s lists has no more rows. */
const MOST_SELECTED = 1000;

/** A laptop has no room for the icons, nor for much around the labels. */
const narrowSx = {
  display: 'contents',
  '& .MuiButton-startIcon': { display: { xs: 'none', xl: 'inherit' } },
  '& .MuiButton-root': { px: { xs: 0.5, xl: 1.5 } },
};

/** What can be done to all selected customers, on this page and on others. */
export const BulkActions = () => (
  <Box sx={narrowSx}>
    <BulkActionsToolbar selectAllButton={<SelectMatching />}>
      <BulkButton
        label="Assign"
        icon={<PersonAddAlt />}
        dialog={(props) => <BulkPersonDialog as="assignee" {...props} />}
      />
      <BulkButton
        label="Snooze or wait"
        icon={<Snooze />}
        dialog={(props) => <BulkPauseDialog {...props} />}
      />
      <BulkButton
        label="Tag"
        icon={<LabelOutlined />}
        dialog={(props) => <BulkTagDialog {...props} />}
      />
      <BulkSendButton />
      <BulkCheckButton />
      <BulkButton
        label="Account manager"
        icon={<ManageAccounts />}
        dialog={(props) => <BulkPersonDialog as="manager" {...props} />}
      />
      <BulkButton
        label="Close"
        icon={<ArchiveOutlined />}
        dialog={(props) => <BulkCloseDialog {...props} />}
      />
    </BulkActionsToolbar>
  </Box>
);

/** Selects those on other pages as well. Shows once a whole page is selected. */
const SelectMatching = () => {
  const { total = 0 } = useListContext();
  const label =
    total > MOST_SELECTED
      ? `Select the first ${formatNumber(MOST_SELECTED)}`
      : `Select all ${formatNumber(total)}`;
  return <SelectAllButton label={label} limit={MOST_SELECTED} />;
};
