import { openBrowser, signInAs } from './support/browser.ts';
import { startServer, temporaryDirectory } from './support/server.ts';

/** The picture in the README: an agent’s queue in the sandbox. */
const FILE = 'docs/stuck.png';

const data = temporaryDirectory();
const server = await startServer({ DATA_DIR: data.path });
const browser = await openBrowser(server.url);
const { page, close } = await browser.visit({ viewport: { width: 1366, height: 600 } });
await signInAs(page, 'Mira Rao');
await page.getByRole('row').nth(8).waitFor();
await page.mouse.move(0, 0);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: FILE, animations: 'disabled' });
await close();
await browser.close();
await server.stop();
data.remove();
