import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { api } from '../shared/api.ts';
import { useSettled } from '../shared/forms/useSettled.ts';
import { StuckPreview } from '../shared/stuck-preview/StuckPreview.tsx';

const FIELDS = ['timeZone', 'workingDays', 'workingFrom', 'workingTo', 'holidays'] as const;

/** Who would be stuck with the form’s working time. */
export const WorkingTimePreview = () => {
  const [timeZone, workingDays, workingFrom, workingTo, holidays] = useWatch({ name: [...FIELDS] });
  const settled = useSettled(
    JSON.stringify({
      timeZone,
      workingDays: workingDays.join(','),
      workingFrom,
      workingTo,
      holidays: holidays.join(','),
    }),
  );
  const { data, error, isFetching } = useQuery({
    queryKey: ['working-time-preview', settled],
    queryFn: async () =>
      (await api.workspaceSettings.preview.$get({ query: JSON.parse(settled) })).json(),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return <StuckPreview preview={data} error={error} counting={isFetching} />;
};
