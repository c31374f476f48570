ALTER TABLE "customers" ADD COLUMN "other_connections" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "software" ADD COLUMN "one_time" boolean DEFAULT false NOT NULL;