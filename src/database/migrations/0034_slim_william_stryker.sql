CREATE TABLE "first_attempts" (
	"customer_id" text NOT NULL,
	"software" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"failed_first" boolean NOT NULL,
	"approved_at" timestamp(3) with time zone,
	"is_untimed" boolean NOT NULL,
	CONSTRAINT "first_attempts_customer_id_software_pk" PRIMARY KEY("customer_id","software")
);
--> statement-breakpoint
DROP INDEX "attempts_by_software";--> statement-breakpoint
DROP INDEX "stuck_spells_by_start";--> statement-breakpoint
CREATE INDEX "first_attempts_by_end" ON "first_attempts" USING btree ("ended_at","software","failed_first","customer_id") WHERE "first_attempts"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "first_attempts_by_start" ON "first_attempts" USING btree ("started_at","software","approved_at","is_untimed","customer_id");--> statement-breakpoint
CREATE INDEX "customers_deleted" ON "customers" USING btree ("id") WHERE "customers"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "customers_in_progress" ON "customers" USING btree ("software","account_manager_id") WHERE "customers"."deleted_at" is null and "customers"."closed_at" is null and not "customers"."connected";--> statement-breakpoint
CREATE INDEX "customers_paused" ON "customers" USING btree ("id","snoozed_until","waiting_for","waiting_until") WHERE "customers"."closed_at" is null and ("customers"."snoozed_until" is not null or "customers"."waiting_for" is not null);--> statement-breakpoint
CREATE INDEX "attempts_by_end" ON "attempts" USING btree (coalesce("ended_at", "abandons_at"),"software","outcome","failure_reason","customer_id","journey_id","ended_at","abandons_at");--> statement-breakpoint
CREATE INDEX "journeys_by_approval" ON "journeys" USING btree ("authorized_at","customer_id","id","software") WHERE "journeys"."kind" = 'first';--> statement-breakpoint
CREATE INDEX "journeys_by_loss" ON "journeys" USING btree ("started_at","customer_id","id") WHERE "journeys"."kind" = 'reconnect';--> statement-breakpoint
CREATE INDEX "journeys_left_out" ON "journeys" USING btree ("id") WHERE "journeys"."closed_reason" in ('duplicate', 'not_our_customer');--> statement-breakpoint
CREATE INDEX "stuck_spells_by_silence" ON "stuck_spells" USING btree ("silent_since","customer_id","id","ended_at","stuck_reason") WHERE "stuck_spells"."stage" in ('opened', 'selected', 'initiated');--> statement-breakpoint
CREATE INDEX "stuck_spells_by_start" ON "stuck_spells" USING btree ("stuck_at","customer_id","id","ended_at","stuck_reason");