import { Box } from '@mui/material';
import { useState } from 'react';
import { TagsField } from '../customers/TagsField.tsx';
import { BulkForm, type BulkProps } from './BulkForm.tsx';

/** Adds tags to all selected customers, and removes others. */
export const BulkTagDialog = (props: BulkProps) => {
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const isEmpty = add.length + remove.length === 0;
  return (
    <BulkForm
      {...props}
      title="Tag"
      action="Save"
      done="tagged"
      change={isEmpty ? null : { action: 'tag', add, remove }}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <TagsField
          label="Add tags"
          value={add}
          onChange={setAdd}
          helperText="Press Enter after each."
        />
        <TagsField label="Remove tags" value={remove} onChange={setRemove} />
      </Box>
    </BulkForm>
  );
};
