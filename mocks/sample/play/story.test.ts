import { expect, it } from 'vitest';
import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { createRandom } from '../random.ts';
import { createStoryTime, runStory, type Story, type StoryTime } from './story.ts';

const PRESENT: Instant = '2026-03-10T10:00:00.000Z';
const hoursAgo = (hours: number) => addHours(PRESENT, -hours);

const timeUpToPresent = () => createStoryTime(PRESENT, { hoursAhead: 0 }, createRandom(1));

/** What happens at each of the moments is that it is written down. */
function* diary(time: StoryTime, moments: Instant[], written: Instant[]): Story {
  for (const moment of moments) {
    yield moment;
    written.push(time.now());
  }
}

it('ends at the present: what would come later has not happened', async () => {
  const time = timeUpToPresent();
  const written: Instant[] = [];
  const moments = [hoursAgo(2), PRESENT, hoursAgo(-1), hoursAgo(-2)];
  await runStory(diary(time, moments, written), time);
  expect(written).toEqual([hoursAgo(2), PRESENT]);
  expect(time.now()).toBe(PRESENT);
});

it('lets what was scheduled happen in between and up to the present, at its own time', async () => {
  const time = timeUpToPresent();
  const written: Instant[] = [];
  for (const hours of [3, 0.5, -1])
    time.schedule.at(hoursAgo(hours), () => void written.push(time.now()));
  await runStory(diary(time, [hoursAgo(5), hoursAgo(1)], written), time);
  expect(written).toEqual([hoursAgo(5), hoursAgo(3), hoursAgo(1), hoursAgo(0.5)]);
});

it.each([
  ['back', hoursAgo(6)],
  ['nowhere', hoursAgo(5)],
])('refuses to go %s in time', async (_, second) => {
  const time = timeUpToPresent();
  await expect(runStory(diary(time, [hoursAgo(5), second], []), time)).rejects.toThrow(
    `A story can’t go from ${hoursAgo(5)} to ${second}, which is no later.`,
  );
});
