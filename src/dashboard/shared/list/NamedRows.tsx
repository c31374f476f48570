import { useMemo } from 'react';
import {
  DataTableBody,
  type DataTableBodyProps,
  DataTableRow,
  type DataTableRowProps,
  I18nContextProvider,
  useGetRecordRepresentation,
  useI18nProvider,
  useRecordContext,
  useResourceContext,
} from 'react-admin';

/** The body of a table whose checkboxes name their rows. React-admin calls each of them “Select this row”. */
export const NamedRows = (props: DataTableBodyProps) => <DataTableBody {...props} row={NamedRow} />;

export const NamedRow = (props: DataTableRowProps) => {
  const i18n = useI18nProvider();
  const represent = useGetRecordRepresentation(useResourceContext());
  const name = String(represent(useRecordContext()));
  const naming = useMemo(
    (): typeof i18n => ({
      ...i18n,
      translate: (key, options) =>
        key === 'ra.action.select_row' ? `Select ${name}` : i18n.translate(key, options),
    }),
    [i18n, name],
  );
  return (
    <I18nContextProvider value={naming}>
      <DataTableRow {...props} />
    </I18nContextProvider>
  );
};
