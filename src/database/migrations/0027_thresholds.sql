CREATE TABLE "recalculations" (
	"id" text PRIMARY KEY NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"finished_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "resting_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "clock_stops" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- Since when the thresholds count that have decided on stuck_at so far.
UPDATE "customers" SET "resting_since" = "same"."stuck_at" - interval '1 hour' * (
	CASE
		WHEN coalesce("software"."on_premise", false) AND "stuck_rules"."on_premise_hours" IS NOT NULL THEN "stuck_rules"."on_premise_hours"
		WHEN "stuck_rules"."id" IN ('approval_pending', 'not_initiated') THEN "stuck_rules"."hours" * CASE coalesce("software"."complexity"::text, 'moderate') WHEN 'simple' THEN 1 WHEN 'moderate' THEN 2 ELSE 4 END
		ELSE "stuck_rules"."hours"
	END)
FROM "stuck_rules", "customers" AS "same" LEFT JOIN "software" ON "software"."id" = "same"."software"
WHERE "same"."id" = "customers"."id" AND "stuck_rules"."id" = "customers"."stuck_reason";
