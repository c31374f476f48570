import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { BulkAnswer, ChangeOfEach } from '../../../api/customers/bulk/body.ts';
import { api } from '../api.ts';
import { UndoButton } from '../dialogs/UndoButton.tsx';
import { counted } from '../format/counted.ts';
import { useSettled } from '../forms/useSettled.ts';

/** As long as people need to see that it was the wrong one. */
const UNDO_MS = 15_000;

type Body = Parameters<typeof api.customers.bulk.$post>[0]['json'];

const send = async (json: Body, key?: string): Promise<BulkAnswer> => {
  const header = key ? { 'idempotency-key': key } : {};
  return (await api.customers.bulk.$post({ json, header })).json();
};

/** As in “12 customers closed, 3 skipped”. */
const outcomeOf = ({ changed, skipped }: BulkAnswer, done: string): string => {
  const outcome = `${counted(changed, 'customer', 'customers')} ${done}`;
  return skipped.length > 0 ? `${outcome}, ${skipped.length} skipped` : outcome;
};

type Options = {
  ids: string[];
  /** Null until there is something to do. */
  change: ChangeOfEach | null;
  /** What then has been done to customers, such as “closed”. */
  done: string;
  onDone: () => void;
};

/**
 * Previews a change to many customers and makes it, only once however often its button is clicked, and only to those who
 * haven’t changed since the preview. Offers to undo it.
 */
export const useBulkChange = ({ ids, change, done, onDone }: Options) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const [key] = useState(() => crypto.randomUUID());
  // Settled, as some of it is typed.
  const current = JSON.stringify(change);
  const settled = useSettled(current);
  const preview = useQuery({
    queryKey: ['customers', 'bulk', ids, settled],
    queryFn: () => send({ ...JSON.parse(settled), ids, dryRun: true }),
    enabled: change !== null && settled !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { mutate: undo } = useMutation({
    mutationFn: (body: Body) => send(body),
    onSuccess: (answer: BulkAnswer) => notify(outcomeOf(answer, 'restored')),
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: refresh,
  });
  const run = async () => {
    if (!change || !preview.data) return;
    const { at: asOf } = preview.data;
    const answer = await send({ ...change, ids, asOf }, `${key} ${asOf}`);
    onDone();
    refresh();
    const undoing = answer.undo;
    notify(outcomeOf(answer, done), {
      autoHideDuration: UNDO_MS,
      ...(undoing && { action: <UndoButton undo={() => undo(undoing)} /> }),
    });
  };
  const isCurrent = current === settled && !preview.isPlaceholderData;
  return { preview, ready: isCurrent && (preview.data?.changed ?? 0) > 0, run };
};
