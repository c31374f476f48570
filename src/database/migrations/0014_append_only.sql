-- Statement triggers are unknown to some of PostgreSQL's family, and see no rows. docs/decisions/7-append-only-logs.md
DROP TRIGGER "activity_is_only_added_to" ON "activity";--> statement-breakpoint
DROP FUNCTION "refuse_change"();--> statement-breakpoint
-- Earlier versions trusted the clocks of those who told them. From here on, nobody can correct it.
UPDATE "events" SET "occurred_at" = "recorded_at" WHERE "occurred_at" > "recorded_at";--> statement-breakpoint
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- What a customer's erasure may replace.
  personal text[] := CASE TG_TABLE_NAME WHEN 'events' THEN '{data}' ELSE '{details,before}' END;
BEGIN
  IF TG_OP = 'UPDATE'
    AND OLD.customer_id = current_setting('unstuck.erasing', true)
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
$$;--> statement-breakpoint
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "activity" FOR EACH ROW EXECUTE FUNCTION "append_only"();--> statement-breakpoint
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "append_only"();--> statement-breakpoint
-- Stays empty. PostgreSQL truncates no table that another one refers to.
CREATE TABLE "append_only" (
  "activity_id" uuid REFERENCES "activity",
  "event_id" uuid REFERENCES "events",
  CHECK (false)
);--> statement-breakpoint
-- With CASCADE it would. Owners may take a right from themselves; only superusers need none.
REVOKE TRUNCATE ON "activity", "events", "append_only" FROM CURRENT_USER, PUBLIC;
