import { Typography } from '@mui/material';
import { EditBase, Form, SaveButton, TextInput, useNotify } from 'react-admin';
import { SectionCard } from '../shared/SectionCard.tsx';

/** Which companies at Codat are customers here. */
export const FilterCard = () => {
  const notify = useNotify();
  return (
    <SectionCard title="Which companies">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        Only these become customers here. Who is one already stays one.
      </Typography>
      <EditBase
        resource="codat-settings"
        id="codat"
        mutationMode="pessimistic"
        mutationOptions={{
          onSuccess: () => notify('Saved. It holds from the next sync on.'),
        }}
        redirect={false}
      >
        <Form resetOptions={{ keepDirtyValues: true }}>
          <TextInput
            source="product"
            label="With the product"
            placeholder="spend-insights"
            helperText="A product’s name at Codat. Empty: whatever their products."
          />
          <TextInput
            source="tags"
            label="With the tags"
            placeholder="region=uk && team=finance"
            helperText="In Codat’s query language. Empty: whatever their tags."
          />
          <SaveButton variant="outlined" color="inherit" label="Save" />
        </Form>
      </EditBase>
    </SectionCard>
  );
};
