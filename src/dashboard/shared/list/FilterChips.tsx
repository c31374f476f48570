import { Box, Button, Chip } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { type ReactNode, Suspense } from 'react';
import { FieldTitle, useListContext } from 'react-admin';

type Show = (value: string) => ReactNode;

/** The name of each filter and, unless it is plain text, how its value shows. */
export type FilterLabels = Record<string, { label: string; show?: Show }>;

/** Shows the label of a value. */
export const labelled =
  (labels: Readonly<Record<string, string>>): Show =>
  (value) =>
    labels[value] ?? value;

type Props = {
  shown?: readonly string[] | undefined;
  labels?: FilterLabels | undefined;
};

/** The filters that are set and not shown otherwise, each to remove, and a button that clears all. */
export const FilterChips = ({ shown = [], labels = {} }: Props) => {
  const { filterValues } = useListContext();
  const filters = Object.entries(filterValues);
  if (filters.length === 0) return null;
  const chips = filters.filter(([name]) => !shown.includes(name));
  return (
    <Box
      role="group"
      aria-label="Filters"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}
    >
      {chips.map(([name, value]) => (
        <FilterChip key={name} name={name} value={value} labels={labels} />
      ))}
      <ClearFilters label="Clear all" />
    </Box>
  );
};

/** A filter about more than a field has an object for a value. */
const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

type ChipProps = { name: string; value: unknown; labels: FilterLabels };

const FilterChip = ({ name, value, labels }: ChipProps) => {
  const { hideFilter } = useListContext();
  const { label, show = String } = labels[name] ?? {};
  const values = Array.isArray(value) ? value : [value];
  const remove = () => hideFilter(name);
  return (
    <Chip
      component="button"
      size="small"
      sx={{ maxWidth: '100%' }}
      onClick={remove}
      onDelete={remove}
      label={
        <>
          <span style={visuallyHidden}>Remove filter </span>
          {label ?? <FieldTitle source={name} />}:{' '}
          {values.map((one, index) => (
            // Values have no other key: a filter may name one twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: the chip is drawn again with each filter
            <span key={index}>
              {index > 0 && ', '}
              <bdi>
                <Suspense fallback="…">{one === null ? 'none' : show(textOf(one))}</Suspense>
              </bdi>
            </span>
          ))}
        </>
      }
    />
  );
};

/** Removes all filters and hides their inputs. */
export const ClearFilters = ({ label = 'Clear filters' }: { label?: string }) => {
  const { setFilters } = useListContext();
  return <Button onClick={() => setFilters({}, {})}>{label}</Button>;
};
