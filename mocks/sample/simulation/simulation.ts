import type { SandboxCompany } from '../../codat/world/companies.ts';
import type { World } from '../../codat/world/world.ts';
import type { Random } from '../random.ts';
import { type NextStep, newCompany, nextStep, type Standing } from './next-step.ts';
import { type StepPorts, takeStep } from './take-step.ts';

const NEW = 0.1;
const UNDER_WAY = 0.8;
/** How many of those whose last change is the newest are considered: who moves keeps moving. */
const LATEST = 40;
/** Many wait and have nothing to do; somebody is found among so many, mostly. */
const ASKED = 12;

type Ports = StepPorts & {
  random: Random;
  /** Where a customer is, as our side knows it; null for one it does not know. */
  standingOf: (companyId: string) => Promise<Standing | null>;
};

const isUnderWay = ({ connections }: SandboxCompany): boolean =>
  !connections.some(({ status }) => status === 'Linked');

/** A company to which something may happen next: mostly one that is under way. */
const choose = (world: World, random: Random): SandboxCompany | null => {
  const all = [...world.companies.values()];
  const underWay = all.filter(isUnderWay).slice(-LATEST);
  const among = random.chance(UNDER_WAY) && underWay.length > 0 ? underWay : all;
  return among.length > 0 ? random.pick(among) : null;
};

/** What happens next in the sandbox; null when nothing does. */
const findStep = async ({ world, now, random, standingOf }: Ports): Promise<NextStep | null> => {
  if (random.chance(NEW)) return newCompany(random);
  for (let asked = 0; asked < ASKED; asked += 1) {
    const company = choose(world, random);
    const standing = company && (await standingOf(company.id));
    const step = standing && nextStep(company, standing, now(), random);
    if (step) return step;
  }
  return null;
};

/**
 * From now on something happens every so many milliseconds, unless what happened before is not done yet. Returns how
 * to end it.
 */
export const startSimulation = (
  ports: Ports & { every: number; onError: (error: unknown) => void },
): (() => void) => {
  let busy = false;
  const happen = async () => {
    const step = await findStep(ports);
    if (step) await takeStep(step, ports);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    happen()
      .catch(ports.onError)
      .finally(() => {
        busy = false;
      });
  }, ports.every);
  return () => clearInterval(timer);
};
