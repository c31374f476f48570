ALTER TYPE "public"."event_type" ADD VALUE 'case.raised' BEFORE 'journey.completed';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'case.resolved' BEFORE 'journey.completed';--> statement-breakpoint
CREATE TABLE "raised_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" text NOT NULL,
	"connection_id" text,
	"software" text,
	"reference" text,
	"text" text NOT NULL,
	"raised_by_id" text NOT NULL,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"resolved_by_id" text,
	"resolved_at" timestamp(3) with time zone,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "codat_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" text NOT NULL,
	"state" text NOT NULL,
	"requested_by_id" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"checked_at" timestamp(3) with time zone,
	"summary" text,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text,
	"correlation_id" text,
	CONSTRAINT "codat_checks_customerId_unique" UNIQUE("customer_id")
);
--> statement-breakpoint
CREATE TABLE "views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"resource" text NOT NULL,
	"page" text NOT NULL,
	"filter" jsonb NOT NULL,
	"sort" jsonb,
	"columns" jsonb NOT NULL,
	"owner_id" text NOT NULL,
	"shared" boolean NOT NULL,
	"is_default" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "raised_cases_by_customer" ON "raised_cases" USING btree ("customer_id","raised_at");--> statement-breakpoint
CREATE INDEX "raised_cases_by_state" ON "raised_cases" USING btree ("state","raised_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "raised_cases_open" ON "raised_cases" USING btree ("customer_id") WHERE "raised_cases"."state" = 'open';--> statement-breakpoint
CREATE INDEX "views_by_owner" ON "views" USING btree ("owner_id","name");