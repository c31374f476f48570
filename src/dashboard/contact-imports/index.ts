import { lazy } from 'react';

// Few people open these pages, so they are loaded on demand.
const list = lazy(async () => ({
  default: (await import('./ContactImportList.tsx')).ContactImportList,
}));
const show = lazy(async () => ({
  default: (await import('./ContactImportShow.tsx')).ContactImportShow,
}));

export default { list, show };
