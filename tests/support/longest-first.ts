import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They share one host among many tests each, which makes them by far the longest, though not the largest. */
const LONGEST = /on-the-(server|demo)\.test\.ts$/;

const isLongest = ({ moduleId }: TestSpecification): number => Number(LONGEST.test(moduleId));

/** Begins with the longest files, so that no worker is left alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => isLongest(b) - isLongest(a));
  }
}
