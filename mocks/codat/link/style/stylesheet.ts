import { FRAME } from './frame.ts';
import { PALETTE } from './palette.ts';
import { PARTS } from './parts.ts';
import { SOFTWARE_PAGE } from './software-page.ts';

/** The one stylesheet of all pages. */
export const STYLESHEET = PALETTE + FRAME + PARTS + SOFTWARE_PAGE;
