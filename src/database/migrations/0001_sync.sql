CREATE TYPE "public"."sync_kind" AS ENUM('full', 'changes');--> statement-breakpoint
CREATE TYPE "public"."sync_state" AS ENUM('running', 'waiting', 'done', 'failed');--> statement-breakpoint
CREATE TABLE "codat_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"product" text,
	"tags" text
);
--> statement-breakpoint
CREATE TABLE "sightings" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "syncs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "sync_kind" NOT NULL,
	"state" "sync_state" DEFAULT 'running' NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	"page" integer DEFAULT 0 NOT NULL,
	"pages" integer,
	"companies" integer DEFAULT 0 NOT NULL,
	"total_companies" integer,
	"changed" integer DEFAULT 0 NOT NULL,
	"left_out" integer DEFAULT 0 NOT NULL,
	"not_understood" integer DEFAULT 0 NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"quota_remaining" integer,
	"wait_until" timestamp(3) with time zone,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "software" ADD COLUMN "enabled" boolean;--> statement-breakpoint
ALTER TABLE "software" ADD COLUMN "logo_url" text;--> statement-breakpoint
CREATE INDEX "syncs_by_time" ON "syncs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "customers_by_parent" ON "customers" USING btree ("parent_id","id");