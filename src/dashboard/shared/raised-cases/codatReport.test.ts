import { expect, it } from 'vitest';
import { customerRow } from '../../../../tests/api/customer-rows.ts';
import { codatReport } from './codatReport.ts';

const AT = '2026-03-09T10:00:00.000Z';

const customer = {
  ...customerRow({
    ...{ id: 'company-1', connectionId: 'connection-1', software: 'gbol', stage: 'initiated' },
    ...{ stageEnteredAt: AT, failedAttempts: 2, tried: { reminder: AT } },
  }),
  ...{ stuck: true, closed: false, standing: 'stuck' as const, waiting: false },
  raisedReference: null,
};

const attempt = {
  ...{ id: 'company-1:0:0', customerId: 'company-1', journeyId: 'company-1:0' },
  ...{ connectionId: 'connection-1', software: 'gbol', startedAt: AT, endedAt: AT },
  ...{ outcome: 'failed' as const, abandonsAt: null, failureReason: 'unknown' as const },
  ...{ recognizedReason: 'unknown' as const, correctedById: null, statusCode: '500' },
  ...{ failureText: 'Unknown error occurred. · correlation id a1-b2', reportedBy: [] },
};

const check = {
  ...{ id: 'check-1', customerId: 'company-1', state: 'failed' as const, requestedById: 'mira' },
  ...{ requestedAt: AT, checkedAt: null, summary: null, changes: [] },
  ...{ problem: 'Codat returned an error (500).', correlationId: 'c3-d4' },
};

it('a report to Codat holds its ids, the error as received, times in UTC and what was tried', () => {
  expect(codatReport({ customer, software: 'Xero', attempt, check })).toBe(
    [
      'Company ID: company-1',
      'Portal: https://app.codat.io/companies/company-1/summary',
      'Connection ID: connection-1',
      'Software: Xero',
      'Stage: Connection started, since 9 Mar 2026, 10:00 UTC',
      'Error as received: Unknown error occurred. · correlation id a1-b2',
      'Status code: 500',
      'Failed: 9 Mar 2026, 10:00 UTC',
      'Failures in a row: 2',
      'Codat’s API on 9 Mar 2026, 10:00 UTC: Codat returned an error (500).',
      'Correlation ID: c3-d4',
      'Tried: Reminder email sent on 9 Mar 2026, 10:00 UTC',
    ].join('\n'),
  );
});

it('a report about a customer without attempts says what is known', () => {
  const report = codatReport({
    customer: { ...customer, connectionId: null, software: null, tried: {} },
    ...{ software: null, attempt: undefined, check: undefined },
  });
  expect(report.split('\n')).toHaveLength(5);
  expect(report).toContain('Connection ID: none');
});
