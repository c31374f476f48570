import simpleRestProvider from 'ra-data-simple-rest';
import { Admin, Datagrid, List, Resource, Show, SimpleShowLayout, TextField } from 'react-admin';
import { createRoot } from 'react-dom/client';

/** The least that react-admin makes of a list and a page, for the dashboard’s weight beside it. */

const CustomerList = () => (
  <List sort={{ field: 'name', order: 'ASC' }}>
    <Datagrid>
      <TextField source="name" />
    </Datagrid>
  </List>
);

const CustomerShow = () => (
  <Show>
    <SimpleShowLayout>
      <TextField source="name" />
    </SimpleShowLayout>
  </Show>
);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Admin dataProvider={simpleRestProvider('/api')} disableTelemetry>
      <Resource name="customers" list={CustomerList} show={CustomerShow} />
    </Admin>,
  );
