import type { Register } from '../world/register.ts';
import type { LinkUrls } from '../world/representations.ts';
import type { World } from '../world/world.ts';

/** What the sandbox's API needs. */
export type ApiPorts = {
  world: World;
  register: Register;
  links: LinkUrls;
  /** The URL of an integration's logo, by its key. */
  logoUrl: (key: string) => string;
};
