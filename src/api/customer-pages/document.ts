import { html, raw } from 'hono/html';
import type { WorkspaceSettings } from '../../database/schema/index.ts';
import { STYLESHEET } from './stylesheet.ts';

export type Html = ReturnType<typeof html>;

type Document = {
  title: string;
  workspace: Pick<WorkspaceSettings, 'senderName'>;
  /** The card that the page is about. */
  children: Html;
  /** What stands beside it, or below it where there is no room. */
  aside?: Html;
};

const initialOf = (name: string): string => [...name][0]?.toUpperCase() ?? '';

/** A whole page in the sender's name: no script, and nothing to load. */
export const htmlDocument = ({
  title,
  workspace: { senderName },
  children,
  aside,
}: Document): Html =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${senderName}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLESHEET)}</style>
</head>
<body>
<div class="frame${aside ? ' two' : ''}">
<main class="card">
<p class="sender"><span class="initial" aria-hidden="true">${initialOf(senderName)}</span> <bdi>${senderName}</bdi></p>
${children}
</main>
${aside && html`<aside aria-label="Questions and help">${aside}</aside>`}
</div>
</body>
</html>`;
