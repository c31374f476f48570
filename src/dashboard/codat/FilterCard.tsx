import { Typography } from '@mui/material';
import { EditBase, Form, SaveButton, TextInput, useNotify } from 'react-admin';
import { FormFailure } from '../shared/forms/FormFailure.tsx';
import { KEEP_TYPED } from '../shared/forms/keepTyped.ts';
import { STAY_ON_ERROR, WhenLoaded } from '../shared/pages/WhenLoaded.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** Which companies in Codat become customers. */
export const FilterCard = () => {
  const notify = useNotify();
  return (
    <SectionCard title="Company filter">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        Only matching companies become customers. Existing customers stay.
      </Typography>
      <EditBase
        resource="codat-settings"
        id="codat"
        mutationMode="pessimistic"
        mutationOptions={{
          onSuccess: () => notify('Saved. Applies from the next sync.'),
        }}
        queryOptions={STAY_ON_ERROR}
        redirect={false}
      >
        <WhenLoaded>
          <Form resetOptions={KEEP_TYPED}>
            <TextInput
              source="product"
              label="Product"
              placeholder="spend-insights"
              helperText="Codat product name. Leave blank for all."
            />
            <TextInput
              source="tags"
              label="Tags"
              placeholder="region=uk && team=finance"
              helperText="Codat query syntax. Leave blank for all."
            />
            <FormFailure />
            <SaveButton variant="outlined" color="inherit" label="Save" />
          </Form>
        </WhenLoaded>
      </EditBase>
    </SectionCard>
  );
};
