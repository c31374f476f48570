export * from './customers.ts';
export * from './deliveries.ts';
export * from './enums.ts';
export * from './events.ts';
export * from './journeys.ts';
export * from './notes.ts';
export * from './people.ts';
export * from './settings.ts';
