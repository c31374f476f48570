import { memo, useMemo } from 'react';
import {
  DataTableBody,
  type DataTableBodyProps,
  DataTableDataContext,
  DataTableRow,
  type DataTableRowProps,
  I18nContextProvider,
  useDataTableDataContext,
  useGetRecordRepresentation,
  useI18nProvider,
  useRecordContext,
  useResourceContext,
} from 'react-admin';
import { useGradually } from './useGradually.ts';

/** The least, in pixels. */
const ROW_HEIGHT = 56;

/** The body of a table whose checkboxes name their rows. React-admin calls each of them “Select this row”. */
export const NamedRows = (props: DataTableBodyProps) => {
  const { shown, missing } = useGradually(useDataTableDataContext() ?? []);
  return (
    <>
      <DataTableDataContext value={shown}>
        <DataTableBody row={NamedRow} {...props} />
      </DataTableDataContext>
      {missing > 0 && (
        // Or else browsers would count it as moved, by the rows that it makes room for.
        <tbody style={{ visibility: 'hidden' }}>
          <tr style={{ height: missing * ROW_HEIGHT }} />
        </tbody>
      )}
    </>
  );
};

export const NamedRow = memo((props: DataTableRowProps) => {
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
});
