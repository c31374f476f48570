CREATE TABLE "customer_counts" (
	"account_manager_id" text,
	"count" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "customers_by_creation";--> statement-breakpoint
DROP INDEX "customers_by_manager";--> statement-breakpoint
DROP INDEX "customers_by_name";--> statement-breakpoint
DROP INDEX "customers_by_stage";--> statement-breakpoint
DROP INDEX "customers_by_activity";--> statement-breakpoint
DROP INDEX "customers_by_software";--> statement-breakpoint
DROP INDEX "customers_by_urgency";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "entered_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "authorized_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "customers_by_assignee" ON "customers" USING btree ("assignee_id","id","deleted_at") WHERE "customers"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX "customers_by_sending" ON "customers" USING btree ("last_sent_at","id") WHERE "customers"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "customers_by_entry" ON "customers" USING btree ("entered_at","account_manager_id") WHERE "customers"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "customers_by_approval" ON "customers" USING btree ("authorized_at","account_manager_id") WHERE "customers"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "customers_by_stuck_time" ON "customers" USING btree ("stuck_at","id","deleted_at") WHERE "customers"."stuck_at" is not null;--> statement-breakpoint
CREATE INDEX "customers_by_manager" ON "customers" USING btree ("account_manager_id","id","deleted_at");--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree ("name" collate "dictionary","id") WHERE "customers"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "customers_by_stage" ON "customers" USING btree ("stage","id") WHERE "customers"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "customers_by_activity" ON "customers" USING btree ("last_activity_at","id") WHERE "customers"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "customers_by_software" ON "customers" USING btree ("software","id","deleted_at");--> statement-breakpoint
CREATE INDEX "customers_by_urgency" ON "customers" USING btree ("priority","stuck_at","last_signal_at","snoozed_until","waiting_for","waiting_until","stage","software","assignee_id","account_manager_id","stuck_reason","failure_reason","id","deleted_at") WHERE "customers"."stuck_at" is not null;