import type { Register } from '../world/register.ts';
import type { LinkUrls } from '../world/representations.ts';
import type { World } from '../world/world.ts';

/** What the sandbox's API needs. */
export type ApiPorts = {
  world: World;
  register: Register;
  links: LinkUrls;
  /** Where the picture of a software is, by its integration key. */
  logoUrl: (key: string) => string;
};
