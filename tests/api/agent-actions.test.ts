import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';

describe.each(DRIVERS)('agents’ actions on $name', (driver) => {
  let test: TestApi;

  const deliver = (eventType: string, id: string, payload: unknown) =>
    test.deliver(`${eventType}:${id}`, webhookBody({ eventType, payload }));
  const post = (path: string, body: object = {}, role: Role = 'agent') =>
    test.send('POST', `/api/${path}`, body, role);
  const eventsOf = async (customerId: string, type: string) =>
    (await test.list('events', { filter: { customerId, type } })).json();

  /** Creates a customer whose journey has just started. Returns the journey’s id. */
  const begin = async (id: string) => {
    await deliver('company.created', id, company(id));
    return `${id}:0`;
  };

  /** Creates a customer whose only attempt failed. Returns the attempt’s id. */
  const fail = async (id: string) => {
    await begin(id);
    await deliver('connection.created', id, connection(id));
    const errors = [failure('500', 'Unknown error occurred.')];
    await deliver('connection.failed', id, connection(id, { errors }));
    return `${id}:0:0`;
  };

  beforeAll(async () => {
    test = await openOn(driver, 'agent_actions');
  });
  afterAll(async () => {
    expect((await rebuild(test.database)).differing).toEqual([]);
    await test.close();
    expect(test.faults).toEqual([]);
  });

  describe('logging a call', () => {
    it('creates a note with the outcome and an event that refer to each other', async () => {
      await begin('called');
      const body = {
        customerId: 'called',
        kind: 'call',
        outcome: 'no_answer',
        text: 'Called twice',
      };
      const response = await post('notes', body);
      expect(response.status).toBe(201);
      const note = await response.json();
      expect(note).toMatchObject({ ...body, authorId: test.personId('agent') });
      expect(await eventsOf('called', 'call.made')).toMatchObject([
        {
          source: 'agent',
          sourceId: note.id,
          actorId: test.personId('agent'),
          occurredAt: note.createdAt,
          data: { outcome: 'no_answer', noteId: note.id },
        },
      ]);
      const { tried } = await test.json('/api/customers/called');
      expect(tried).toEqual({ unanswered: note.createdAt });
    });

    it('defaults the outcome to “reached” and allows an empty text', async () => {
      const response = await post('notes', { customerId: 'called', kind: 'call' });
      expect(await response.json()).toMatchObject({ outcome: 'reached', text: '' });
    });

    it('keeps the kind when the note is edited and the event when the note is deleted', async () => {
      await begin('deleted');
      const { id } = await (await post('notes', { customerId: 'deleted', kind: 'call' })).json();
      const changed = await test.send('PUT', `/api/notes/${id}`, { text: '', kind: 'note' });
      expect(await changed.json()).toMatchObject({ kind: 'call', outcome: 'reached' });
      expect((await test.request(`/api/notes/${id}`, { method: 'DELETE' })).status).toBe(200);
      expect(await eventsOf('deleted', 'call.made')).toHaveLength(1);
    });

    it('differs from a plain note, which creates no event and can’t be emptied', async () => {
      await begin('noted');
      const response = await post('notes', { customerId: 'noted', text: 'Prefers email' });
      const { id, outcome } = await response.json();
      expect(outcome).toBeNull();
      const emptied = await test.send('PUT', `/api/notes/${id}`, { text: ' ' });
      expect(emptied.status).toBe(422);
      expect((await emptied.json()).errors).toEqual({ text: 'This field is required.' });
      expect(await eventsOf('noted', 'call.made')).toEqual([]);
    });
  });

  describe('closing a journey', () => {
    it('removes the customer from the queue and records the reason', async () => {
      const journey = await begin('closed');
      expect(await test.json('/api/customers/closed')).toMatchObject({ stuck: true });
      const response = await post(`journeys/${journey}/close`, { reason: 'files_instead' });
      expect(response.status).toBe(200);
      const closed = { closedAt: test.clock.now, closedReason: 'files_instead' };
      expect(await response.json()).toMatchObject({ id: journey, ...closed });
      expect(await test.json('/api/customers/closed')).toMatchObject({
        stuck: false,
        closed: true,
        ...closed,
      });
      expect(await eventsOf('closed', 'journey.closed')).toMatchObject([
        { source: 'agent', actorId: test.personId('agent'), data: { reason: 'files_instead' } },
      ]);
      const ids = async (closed: boolean) =>
        (await (await test.list('customers', { filter: { closed } })).json()).map(
          (customer: { id: string }) => customer.id,
        );
      expect(await ids(true)).toContain('closed');
      expect(await ids(false)).not.toContain('closed');
    });

    it('closes the journey once when two agents close it at the same time, and answers 409 to the second', async () => {
      const journey = await begin('raced');
      const both = await Promise.all([
        post(`journeys/${journey}/close`, { reason: 'declined' }, 'agent'),
        post(`journeys/${journey}/close`, { reason: 'duplicate' }, 'manager'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const answers = await Promise.all(both.map((response) => response.json()));
      expect(answers.map(({ message }) => message)).toContain('Already closed.');
      expect(await eventsOf('raced', 'journey.closed')).toHaveLength(1);
    });

    it.each([
      ['nowhere:0', { reason: 'declined' }, 404],
      ['wrong:0', { reason: 'bored' }, 422],
      ['wrong:0', {}, 422],
      ['wrong:0', { reason: 'declined', note: 'x' }, 422],
    ])('%s with %j answers %i and records nothing', async (journey, body, status) => {
      await begin('wrong');
      expect((await post(`journeys/${journey}/close`, body)).status).toBe(status);
      expect(await eventsOf('wrong', 'journey.closed')).toEqual([]);
    });
  });

  describe('reopening a journey', () => {
    it('opens the same journey again, where it was', async () => {
      const attempt = await fail('again');
      const before = await test.json('/api/customers/again');
      await post('journeys/again:0/close', { reason: 'declined' });
      const response = await post('journeys/again:0/reopen');
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ id: 'again:0', kind: 'first', closedAt: null });
      const { lastActivityAt, ...after } = await test.json('/api/customers/again');
      expect(after).toEqual({ ...before, lastActivityAt: undefined });
      expect(lastActivityAt).toBe(test.clock.now);
      expect(attempt).toBe('again:0:0');
    });

    it('is rejected for a journey that another has followed', async () => {
      const journey = await begin('followed');
      const of = (status: string) => connection('followed', { status });
      await deliver('connection.connected', 'followed', of('Linked'));
      await deliver('connection.disconnected', 'followed', of('Deauthorized'));
      for (const action of ['close', 'reopen']) {
        const late = await post(`journeys/${journey}/${action}`, { reason: 'declined' });
        expect(late.status).toBe(409);
        expect((await late.json()).message).toContain('since started a new journey');
      }
    });

    it('reopens the same journey if the customer is connected', async () => {
      const journey = await begin('linked');
      await deliver('connection.connected', 'linked', connection('linked', { status: 'Linked' }));
      await post(`journeys/${journey}/close`, { reason: 'not_our_customer' });
      const response = await post(`journeys/${journey}/reopen`, {}, 'manager');
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ id: journey, closedAt: null });
    });

    it('rejects an open journey', async () => {
      const response = await post(`journeys/${await begin('open')}/reopen`);
      expect(response.status).toBe(409);
      expect((await response.json()).message).toContain('Already open.');
    });
  });

  describe('correcting a failure reason', () => {
    it('replaces the recognized reason, which is kept, and rejects the same reason again', async () => {
      const attempt = await fail('corrected');
      expect(await test.json(`/api/attempts/${attempt}`)).toMatchObject({
        failureReason: 'unknown',
        recognizedReason: null,
        correctedById: null,
      });
      const response = await post(`attempts/${attempt}/correct`, { reason: 'not_administrator' });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        id: attempt,
        failureReason: 'not_administrator',
        recognizedReason: 'unknown',
        correctedById: test.personId('agent'),
        failureText: 'Unknown error occurred.',
      });
      expect(await test.json('/api/customers/corrected')).toMatchObject({
        failureReason: 'not_administrator',
      });
      const again = await post(`attempts/${attempt}/correct`, { reason: 'not_administrator' });
      expect(again.status).toBe(409);
      expect(await eventsOf('corrected', 'attempt.corrected')).toHaveLength(1);
    });

    it('rejects attempts that didn’t fail, unknown reasons and unknown attempts', async () => {
      await begin('trying');
      await deliver('connection.created', 'trying', connection('trying'));
      const path = 'attempts/trying:0:0/correct';
      const refused = await post(path, { reason: 'cancelled' });
      expect(refused.status).toBe(409);
      expect((await refused.json()).message).toContain('Only failed attempts');
      test.clock.now = addHours(test.clock.now, 8 * 24);
      expect((await post(path, { reason: 'cancelled' })).status).toBe(409);
      expect((await post(path, { reason: 'bad luck' })).status).toBe(422);
      expect((await post('attempts/nobody:0:0/correct', { reason: 'cancelled' })).status).toBe(404);
    });
  });
});
