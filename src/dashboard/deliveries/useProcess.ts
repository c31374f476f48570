import { useMutation } from '@tanstack/react-query';
import { type HttpError, useNotify, useRefresh } from 'react-admin';
import { api } from '../shared/api.ts';
import { counted } from '../shared/format/counted.ts';

/** Processes one webhook again, and shows what became of it. */
export const useProcessOne = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) =>
      (await api.deliveries[':id'].process.$post({ param: { id } })).json(),
    onSuccess: ({ state }) => {
      if (state === 'processed') notify('Webhook processed', { type: 'success' });
      else notify('Still not processed. The reason is shown below.', { type: 'warning' });
      refresh();
    },
    onError: (error: HttpError) => notify(error.message, { type: 'error' }),
  });
};

/** Queues all webhooks that match a filter for processing, except those already processed. */
export const useProcessMany = (onQueued: () => void = () => {}) => {
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (filter: Record<string, unknown>) =>
      (await api.deliveries.process.$post({ json: { filter } })).json(),
    onSuccess: ({ queued }) => {
      const sentence =
        queued === 0
          ? 'Nothing to process: these webhooks are processed already.'
          : `Processing ${counted(queued, 'webhook', 'webhooks')} again`;
      notify(sentence, { type: queued === 0 ? 'info' : 'success' });
      refresh();
      onQueued();
    },
    onError: (error: HttpError) => notify(error.message, { type: 'error' }),
  });
};
