import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They have many tests that share a host, or wait, so they run far longer than their size suggests. */
const LONGEST =
  /(on-the-server|on-the-demo|gallery|codat|live|sync|delivery|killed-server|start)\.test\.ts$/;

const isLongest = ({ moduleId }: TestSpecification): number => Number(LONGEST.test(moduleId));

/** Starts with the longest files, so that no worker still runs one alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => isLongest(b) - isLongest(a));
  }
}
