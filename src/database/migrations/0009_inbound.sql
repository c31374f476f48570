ALTER TYPE "public"."event_type" ADD VALUE 'read.failed' BEFORE 'report.ready';--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "remarks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "deletions_confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "missing" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_by_email" ON "customers" USING btree (lower("contact_email"));