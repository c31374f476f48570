-- The keys of what belongs to a customer are made again with the customer in them, which needs no table to be rewritten.
-- 100,000 customers with 900,000 events take seconds.
ALTER TABLE "append_only" DROP COLUMN "event_id";--> statement-breakpoint
ALTER TABLE "attempts" DROP CONSTRAINT "attempts_pkey";--> statement-breakpoint
ALTER TABLE "codat_checks" DROP CONSTRAINT "codat_checks_pkey";--> statement-breakpoint
ALTER TABLE "emails" DROP CONSTRAINT "emails_pkey";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_pkey";--> statement-breakpoint
ALTER TABLE "journeys" DROP CONSTRAINT "journeys_pkey";--> statement-breakpoint
ALTER TABLE "links" DROP CONSTRAINT "links_pkey";--> statement-breakpoint
ALTER TABLE "notes" DROP CONSTRAINT "notes_pkey";--> statement-breakpoint
ALTER TABLE "raised_cases" DROP CONSTRAINT "raised_cases_pkey";--> statement-breakpoint
ALTER TABLE "stuck_spells" DROP CONSTRAINT "stuck_spells_pkey";--> statement-breakpoint
-- Stays empty, as "append_only" does, so that PostgreSQL truncates no events. A table of its own, because it is kept by
-- customer, as they are, where a database has many machines. docs/decisions/7-append-only-logs.md
CREATE TABLE "append_only_events" (
  "customer_id" text NOT NULL,
  "source" "source" NOT NULL,
  "source_id" text NOT NULL,
  FOREIGN KEY ("customer_id", "source", "source_id") REFERENCES "events" ("customer_id", "source", "source_id"),
  CHECK (false)
);--> statement-breakpoint
REVOKE TRUNCATE ON "append_only_events" FROM CURRENT_USER, PUBLIC;--> statement-breakpoint
-- As before, but also for the parts of "events" on the machines of a distributed database, such as "events_102008".
CREATE OR REPLACE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- What a customer's erasure may replace.
  personal text[] := CASE WHEN TG_TABLE_NAME LIKE 'events%' THEN '{data}' ELSE '{details,before}' END;
  erasing text := nullif(current_setting('unstuck.erasing', true), '');
BEGIN
  IF TG_OP = 'UPDATE'
    AND coalesce(OLD.customer_id, erasing) = erasing
    AND to_jsonb(NEW) - personal = to_jsonb(OLD) - personal
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'activity' THEN
    -- Entries of what changed nothing expire. The same list is in src/common/activity.ts.
    IF OLD.action IN ('view', 'export', 'fail', 'refuse') AND OLD.at < now() - interval '12 months' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END
$$;
