import { openPage, READER, signInAs } from './support/browser.ts';
import { launchChromium } from './support/chromium.ts';
import { startServer, temporaryDirectory } from './support/server.ts';

/** The picture in the README: an agent’s queue in the sandbox. */
const FILE = 'docs/stuck.png';

const data = temporaryDirectory();
const server = await startServer({ DATA_DIR: data.path });
const browser = await launchChromium();
const context = await browser.newContext({
  ...{ baseURL: server.url, viewport: { width: 1366, height: 600 } },
  ...READER,
});
const { page } = await openPage(context);
await signInAs(page, 'Mira Rao');
await page.getByRole('row').nth(8).waitFor();
await page.mouse.move(0, 0);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: FILE, animations: 'disabled' });
await browser.close();
await server.stop();
data.remove();
