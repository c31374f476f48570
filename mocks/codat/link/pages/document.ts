import { html } from 'hono/html';
import type { Paths } from '../paths.ts';

export type Html = ReturnType<typeof html>;

type Document = { title: string; paths: Paths; body: Html; bodyClass?: string; head?: Html };

/** A whole page, marked as the sandbox's so no one mistakes it for the real thing. */
export const htmlDocument = ({ title, paths, body, bodyClass = 'link', head }: Document): Html =>
  html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Sandbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${paths.stylesheet}">
    ${head}
  </head>
  <body class="${bodyClass}">
    <aside class="strip" aria-label="Sandbox"><strong>Sandbox</strong> Nothing here is real. No data is read.</aside>
    ${body}
  </body>
</html>`;
