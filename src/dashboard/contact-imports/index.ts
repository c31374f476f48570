import { lazy } from 'react';

// Few come here, so that the pages are loaded when somebody does.
const list = lazy(async () => ({
  default: (await import('./ContactImportList.tsx')).ContactImportList,
}));
const show = lazy(async () => ({
  default: (await import('./ContactImportShow.tsx')).ContactImportShow,
}));

export default { list, show };
