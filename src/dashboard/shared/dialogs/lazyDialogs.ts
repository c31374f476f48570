import { lazyPart } from '../pages/lazyComponent.ts';

/** The dialogs that pages open, in one file, as most of their code is the same. */
const load = () => import('./allDialogs.ts');

export const AccountManagerDialog = lazyPart(async () => (await load()).AccountManagerDialog);
export const BulkCheckDialog = lazyPart(async () => (await load()).BulkCheckDialog);
export const BulkCloseDialog = lazyPart(async () => (await load()).BulkCloseDialog);
export const BulkPauseDialog = lazyPart(async () => (await load()).BulkPauseDialog);
export const BulkPersonDialog = lazyPart(async () => (await load()).BulkPersonDialog);
export const BulkSendDialog = lazyPart(async () => (await load()).BulkSendDialog);
export const BulkTagDialog = lazyPart(async () => (await load()).BulkTagDialog);
export const ChangeViewDialog = lazyPart(async () => (await load()).ChangeViewDialog);
export const DatesDialog = lazyPart(async () => (await load()).DatesDialog);
export const DeleteViewDialog = lazyPart(async () => (await load()).DeleteViewDialog);
export const EditContactDialog = lazyPart(async () => (await load()).EditContactDialog);
export const GuideDialog = lazyPart(async () => (await load()).GuideDialog);
export const LogCallDialog = lazyPart(async () => (await load()).LogCallDialog);
export const PauseDialog = lazyPart(async () => (await load()).PauseDialog);
export const RaiseDialog = lazyPart(async () => (await load()).RaiseDialog);
export const ReferenceDialog = lazyPart(async () => (await load()).ReferenceDialog);
export const ResolveDialog = lazyPart(async () => (await load()).ResolveDialog);
export const SendEmailDialog = lazyPart(async () => (await load()).SendEmailDialog);
export const ViewDialog = lazyPart(async () => (await load()).ViewDialog);
