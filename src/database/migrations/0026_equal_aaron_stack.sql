ALTER TABLE "customers" ADD COLUMN "resolved_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "customers_by_resolution" ON "customers" USING btree ("resolved_at");