DROP INDEX "customers_by_name";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_without_search_text" ON "customers" USING btree ("id") WHERE "customers"."search_text" = '';--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree ("name" collate "dictionary","id");