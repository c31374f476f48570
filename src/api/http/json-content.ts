import type { z } from 'zod';

/** A JSON body, as routes describe it. */
export const jsonContent = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
});
