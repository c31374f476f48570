import { html, raw } from 'hono/html';
import type { WorkspaceSettings } from '../../database/schema/index.ts';
import { STYLESHEET } from './stylesheet.ts';

export type Html = ReturnType<typeof html>;

type Document = {
  title: string;
  workspace: Pick<WorkspaceSettings, 'senderName'>;
  /** The main card. */
  children: Html;
  /** Shown beside the card, or below it on narrow screens. */
  aside?: Html;
};

const initialOf = (name: string): string => [...name][0]?.toUpperCase() ?? '';

/** A whole page under the sender’s name, without scripts or anything else to load. */
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
