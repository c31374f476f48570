import type { SandboxCompany } from '../../codat/world/companies.ts';
import type { World } from '../../codat/world/world.ts';
import type { Random } from '../random.ts';
import { type NextStep, newCustomer, nextStep, type Standing } from './next-step.ts';
import { type StepPorts, takeStep } from './take-step.ts';

const NEW = 0.1;
const IN_PROGRESS_SHARE = 0.8;
/** The number of recently changed companies to choose from, so that active customers stay active. */
const RECENT = 40;
/** The number of companies to try, as many have no next step. */
const CANDIDATES = 12;

type Ports = StepPorts & {
  random: Random;
  /** Where a customer is, according to Unstuck; null if unknown. */
  standingOf: (companyId: string) => Promise<Standing | null>;
};

const isInProgress = ({ connections }: SandboxCompany): boolean =>
  !connections.some(({ status }) => status === 'Linked');

/** Picks a company for the next step, mostly one that isn't connected yet. */
const choose = (world: World, random: Random): SandboxCompany | null => {
  const all = [...world.companies.values()];
  const inProgress = all.filter(isInProgress).slice(-RECENT);
  const among = random.chance(IN_PROGRESS_SHARE) && inProgress.length > 0 ? inProgress : all;
  return among.length > 0 ? random.pick(among) : null;
};

/** Finds the next step in the sandbox; null if there is none. */
const findStep = async ({ world, now, random, standingOf }: Ports): Promise<NextStep | null> => {
  if (random.chance(NEW)) return newCustomer(random);
  for (let tried = 0; tried < CANDIDATES; tried += 1) {
    const company = choose(world, random);
    const standing = company && (await standingOf(company.id));
    const step = standing && nextStep(company, standing, now(), random);
    if (step) return step;
  }
  return null;
};

/**
 * Takes a step every `every` milliseconds, unless the previous step is still running. Returns a function that stops it.
 */
export const startSimulation = (
  ports: Ports & { every: number; onError: (error: unknown) => void },
): (() => void) => {
  let busy = false;
  const takeNextStep = async () => {
    const step = await findStep(ports);
    if (step) await takeStep(step, ports);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    takeNextStep()
      .catch(ports.onError)
      .finally(() => {
        busy = false;
      });
  }, ports.every);
  return () => clearInterval(timer);
};
