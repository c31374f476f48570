import { build } from 'vite';
import { bundleServer, isCurrent } from './bundle.ts';

// Starts stay quick when nothing has changed since the last build.
if (!isCurrent('dist/index.html')) await build({ logLevel: 'warn' });
await bundleServer();
