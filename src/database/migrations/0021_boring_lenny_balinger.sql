ALTER TABLE "stuck_rules" ADD COLUMN "working_time" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "working_days" jsonb DEFAULT '[1,2,3,4,5]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "working_from" text DEFAULT '09:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "working_to" text DEFAULT '17:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "holidays" jsonb DEFAULT '[]'::jsonb NOT NULL;