CREATE FUNCTION "count_customers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.deleted_at IS NULL THEN
    INSERT INTO "customer_counts" VALUES (OLD.account_manager_id, -1);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.deleted_at IS NULL THEN
    INSERT INTO "customer_counts" VALUES (NEW.account_manager_id, 1);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "count_added_or_removed" AFTER INSERT OR DELETE ON "customers"
  FOR EACH ROW EXECUTE FUNCTION "count_customers"();
--> statement-breakpoint
CREATE TRIGGER "count_changed" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL) OR OLD.account_manager_id IS DISTINCT FROM NEW.account_manager_id)
  EXECUTE FUNCTION "count_customers"();
--> statement-breakpoint
INSERT INTO "customer_counts"
  SELECT "account_manager_id", count(*) FROM "customers" WHERE "deleted_at" IS NULL GROUP BY "account_manager_id";
