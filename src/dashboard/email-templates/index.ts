import { lazy } from 'react';

const list = lazy(async () => ({
  default: (await import('./EmailTemplateList.tsx')).EmailTemplateList,
}));
const edit = lazy(async () => ({
  default: (await import('./EmailTemplateEdit.tsx')).EmailTemplateEdit,
}));

export default { list, edit };
