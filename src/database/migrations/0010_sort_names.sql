DROP INDEX "customers_by_name";--> statement-breakpoint
DROP INDEX "customers_by_activity";--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree ("name" collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "customers_by_activity" ON "customers" USING btree ("last_activity_at" DESC NULLS LAST,"id" DESC NULLS FIRST);