import { expect, it } from 'vitest';
import { changeLabels, tidyLabel, uniqueLabels } from './customer-labels.ts';

it.each([
  ['  VIP  ', 'VIP'],
  ['two \n\t words', 'two words'],
  ['Cafe\u0301', 'Café'],
])('the tag %j is stored as %j', (typed, stored) => {
  expect(tidyLabel(typed)).toBe(stored);
});

it('a tag counts once whatever its case, in the spelling and the place that came first', () => {
  expect(uniqueLabels(['VIP', 'Bank', 'vip', 'bank', 'Café'])).toEqual(['VIP', 'Bank', 'Café']);
});

it.each([
  [['VIP'], { add: ['Bank'], remove: [] }, ['VIP', 'Bank']],
  [['VIP'], { add: ['vip'], remove: [] }, ['VIP']],
  [['VIP', 'Bank'], { add: [], remove: ['vip', 'unknown'] }, ['Bank']],
  [['VIP', 'Bank'], { add: ['Vip'], remove: ['VIP'] }, ['Bank', 'Vip']],
  [[], { add: [], remove: ['VIP'] }, []],
])('%j changed by %j is %j', (labels, change, changed) => {
  expect(changeLabels(labels, change)).toEqual(changed);
});
