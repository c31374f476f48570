CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER "activity_is_only_added_to" BEFORE UPDATE OR DELETE ON "activity" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
