import { expect, it } from 'vitest';
import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { createRandom } from '../random.ts';
import { createStoryTime, runStory, type Story, type StoryTime } from './story.ts';

const PRESENT: Instant = '2026-03-10T10:00:00.000Z';
const hoursAgo = (hours: number) => addHours(PRESENT, -hours);

const timeUpToPresent = () => createStoryTime(PRESENT, { hoursAhead: 0 }, createRandom(1));

/** A story that records the time at each of its moments. */
function* diary(time: StoryTime, moments: Instant[], written: Instant[]): Story {
  for (const moment of moments) {
    yield moment;
    written.push(time.now());
  }
}

it('a story ends at the present, before anything later', async () => {
  const time = timeUpToPresent();
  const written: Instant[] = [];
  const moments = [hoursAgo(2), PRESENT, hoursAgo(-1), hoursAgo(-2)];
  await runStory(diary(time, moments, written), time);
  expect(written).toEqual([hoursAgo(2), PRESENT]);
  expect(time.now()).toBe(PRESENT);
});

it('scheduled tasks run during a story, each at its due time up to the present', async () => {
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
])('a story can’t go %s in time', async (_, second) => {
  const time = timeUpToPresent();
  await expect(runStory(diary(time, [hoursAgo(5), second], []), time)).rejects.toThrow(
    `A story can’t go from ${hoursAgo(5)} to ${second}, which is no later.`,
  );
});
