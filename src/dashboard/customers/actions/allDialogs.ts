export { AddCustomerDialog } from './AddCustomerDialog.tsx';
export { CloseDialog } from './CloseDialog.tsx';
export { EraseDialog } from './EraseDialog.tsx';
export { TagsDialog } from './TagsDialog.tsx';
