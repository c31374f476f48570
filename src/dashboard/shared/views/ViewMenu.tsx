import BookmarkBorder from '@mui/icons-material/BookmarkBorder';
import { Button, Divider, Menu, MenuItem } from '@mui/material';
import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import type { ViewRecord } from '../../../api/views/record.ts';
import type { ViewPage } from '../../../common/views.ts';
import { ChangeViewDialog, DeleteViewDialog, ViewDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { useMay } from '../permissions/useMay.ts';
import type { Columns } from './useColumns.ts';
import { useColumns } from './useColumns.ts';
import { useOpenView } from './useViews.ts';
import type { BaseView } from './viewAddress.ts';

type Props = {
  page: ViewPage;
  bases: readonly BaseView[];
  base: BaseView;
  columns: Columns;
};

/** What the list shows now, as a view would keep it. */
const useContent = ({ base, columns }: Pick<Props, 'base' | 'columns'>, view?: ViewRecord) => {
  const { filterValues, sort } = useListContext();
  const { shown } = useColumns(columns, view);
  return {
    filter: { ...filterValues, ...base.filter },
    sort: { field: sort.field, order: sort.order },
    columns: shown,
  };
};

/** Saves what the list shows as a view, and changes or deletes the one that is open. */
export const ViewMenu = ({ page, bases, base, columns }: Props) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const openDialog = useOpenDialog();
  const view = useOpenView(page);
  const content = useContent({ base, columns }, view);
  // The day it was saved on would stay in it.
  if (base.relative === 'day') return null;
  const close = () => setAnchor(null);
  const save = () => {
    close();
    openDialog((onClose) => (
      <ViewDialog page={page} bases={bases} content={content} onClose={onClose} />
    ));
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<BookmarkBorder />}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        View
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem onClick={save}>Save as new view…</MenuItem>
        {view && <Divider />}
        {view && <ChangeItems view={view} bases={bases} content={content} onDone={close} />}
      </Menu>
    </>
  );
};

type ChangeProps = {
  view: ViewRecord;
  bases: readonly BaseView[];
  content: ReturnType<typeof useContent>;
  onDone: () => void;
};

/** Only its owner and admins can change a view. Others can save a copy. */
const ChangeItems = ({ view, bases, content, onDone }: ChangeProps) => {
  const openDialog = useOpenDialog();
  const edit = useMay('edit', 'views', view);
  const remove = useMay('delete', 'views', view);
  const { filter, sort, columns } = view;
  const before = {
    filter,
    sort: sort ?? content.sort,
    columns: columns.length > 0 ? columns : content.columns,
  };
  const changed = hashKey([before]) !== hashKey([content]);
  const open = (dialog: Parameters<typeof openDialog>[0]) => () => {
    onDone();
    openDialog(dialog);
  };
  return [
    <MenuItem
      key="change"
      disabled={!edit.allowed || !changed}
      onClick={open((onClose) => (
        <ChangeViewDialog view={view} content={content} onClose={onClose} />
      ))}
    >
      Save changes to “{view.name}”…
    </MenuItem>,
    <MenuItem
      key="rename"
      disabled={!edit.allowed}
      onClick={open((onClose) => (
        <ViewDialog page={view.page} bases={bases} view={view} onClose={onClose} />
      ))}
    >
      Rename or share…
    </MenuItem>,
    <MenuItem
      key="delete"
      disabled={!remove.allowed}
      onClick={open((onClose) => <DeleteViewDialog view={view} onClose={onClose} />)}
    >
      Delete…
    </MenuItem>,
  ];
};
