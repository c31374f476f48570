-- Entries that belong to no customer may name one, such as a search in an export.
CREATE OR REPLACE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- What a customer's erasure may replace.
  personal text[] := CASE TG_TABLE_NAME WHEN 'events' THEN '{data}' ELSE '{details,before}' END;
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
