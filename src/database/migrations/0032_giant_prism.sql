CREATE TABLE "stuck_spells" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"stuck_reason" "stuck_reason" NOT NULL,
	"priority" "priority" NOT NULL,
	"software" text,
	"stuck_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"moved_on_at" timestamp(3) with time zone,
	"actions" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "stuck_spells_by_customer" ON "stuck_spells" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "stuck_spells_by_start" ON "stuck_spells" USING btree ("stuck_at");