import type { Guide } from './guide.ts';
import { xero } from './xero.ts';

const GUIDES: readonly Guide[] = [xero];

/** Our guide for a software, by Codat's key; null for software that we have none for. */
export const guideOf = (software: string | null): Guide | null =>
  GUIDES.find((guide) => guide.software === software) ?? null;
