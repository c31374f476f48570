import { lazyPart } from '../../shared/pages/lazyComponent.ts';

/** The dialogs that pages open, in one file, as most of their code is the same. */
const load = () => import('./allDialogs.ts');

export const AddCustomerDialog = lazyPart(async () => (await load()).AddCustomerDialog);
export const CloseDialog = lazyPart(async () => (await load()).CloseDialog);
export const EraseDialog = lazyPart(async () => (await load()).EraseDialog);
export const TagsDialog = lazyPart(async () => (await load()).TagsDialog);
