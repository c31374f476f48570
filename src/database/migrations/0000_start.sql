CREATE TYPE "public"."attempt_outcome" AS ENUM('authorized', 'failed', 'abandoned');--> statement-breakpoint
CREATE TYPE "public"."close_reason" AS ENUM('declined', 'files_instead', 'duplicate', 'not_our_customer');--> statement-breakpoint
CREATE TYPE "public"."complexity" AS ENUM('simple', 'moderate', 'complex');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('processed', 'ignored', 'not_understood', 'failed');--> statement-breakpoint
CREATE TYPE "public"."event_type" AS ENUM('customer.created', 'customer.updated', 'customer.deleted', 'link.sent', 'link.opened', 'software.selected', 'connection.initiated', 'connection.authorized', 'connection.failed', 'journey.completed', 'data.received', 'report.ready', 'report.failed', 'connection.disconnected', 'connection.deleted', 'journey.closed', 'journey.reopened');--> statement-breakpoint
CREATE TYPE "public"."failure_reason" AS ENUM('cancelled', 'abandoned', 'not_administrator', 'credentials_rejected', 'setup_incomplete', 'connector_blocked', 'link_expired', 'wrong_entity', 'unsupported', 'access_revoked', 'software_error', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."journey_kind" AS ENUM('first', 'reconnect', 'reopened');--> statement-breakpoint
CREATE TYPE "public"."note_kind" AS ENUM('note', 'call');--> statement-breakpoint
CREATE TYPE "public"."priority" AS ENUM('high', 'medium', 'low');--> statement-breakpoint
CREATE TYPE "public"."source" AS ENUM('codat', 'sync', 'link', 'return', 'sdk', 'agent');--> statement-breakpoint
CREATE TYPE "public"."stage" AS ENUM('created', 'invited', 'opened', 'selected', 'initiated', 'authorized', 'completed', 'streaming');--> statement-breakpoint
CREATE TYPE "public"."stuck_reason" AS ENUM('disconnected', 'repeated_failures', 'attempt_failed', 'no_data', 'approval_pending', 'not_initiated', 'no_software_selected', 'link_unopened', 'not_invited');--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"link_url" text,
	"tags" jsonb NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"account_manager_id" text,
	"assignee_id" text,
	"snoozed_until" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"last_activity_at" timestamp(3) with time zone,
	"journey_id" text NOT NULL,
	"journey_kind" "journey_kind" NOT NULL,
	"stage" "stage" NOT NULL,
	"furthest_stage" "stage" NOT NULL,
	"stage_entered_at" timestamp(3) with time zone NOT NULL,
	"connected" boolean NOT NULL,
	"software" text,
	"connection_id" text,
	"failed_attempts" integer NOT NULL,
	"failure_reason" "failure_reason",
	"last_sent_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"closed_reason" "close_reason",
	"stuck_reason" "stuck_reason",
	"stuck_at" timestamp(3) with time zone,
	"priority" "priority"
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"state" "delivery_state" NOT NULL,
	"event_type" text,
	"customer_id" text,
	"problem" text,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rejections" (
	"reason" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" text NOT NULL,
	"type" "event_type" NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source" "source" NOT NULL,
	"source_id" text NOT NULL,
	"actor_id" text,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"connection_id" text NOT NULL,
	"software" text,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"outcome" "attempt_outcome",
	"abandons_at" timestamp(3) with time zone,
	"failure_reason" "failure_reason",
	"status_code" text,
	"failure_text" text
);
--> statement-breakpoint
CREATE TABLE "journeys" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" "journey_kind" NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"stage" "stage" NOT NULL,
	"stage_entered_at" timestamp(3) with time zone NOT NULL,
	"furthest_stage" "stage" NOT NULL,
	"software" text,
	"connection_id" text,
	"failed_attempts" integer NOT NULL,
	"failure_reason" "failure_reason",
	"last_sent_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"closed_reason" "close_reason",
	"invited_at" timestamp(3) with time zone,
	"opened_at" timestamp(3) with time zone,
	"selected_at" timestamp(3) with time zone,
	"initiated_at" timestamp(3) with time zone,
	"authorized_at" timestamp(3) with time zone,
	"completed_at" timestamp(3) with time zone,
	"streaming_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" text NOT NULL,
	"author_id" text NOT NULL,
	"kind" "note_kind" DEFAULT 'note' NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"role" text DEFAULT 'agent' NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "software" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"guide_url" text,
	"sign_in" text,
	"on_premise" boolean NOT NULL,
	"complexity" "complexity" NOT NULL,
	"file_upload" boolean NOT NULL,
	"tags" jsonb NOT NULL,
	"ready" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stuck_rules" (
	"id" "stuck_reason" PRIMARY KEY NOT NULL,
	"hours" real NOT NULL,
	"on_premise_hours" real
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "customers" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "customers_by_stage" ON "customers" USING btree ("stage","stage_entered_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_activity" ON "customers" USING btree ("last_activity_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_creation" ON "customers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customers_by_software" ON "customers" USING btree ("software","id");--> statement-breakpoint
CREATE INDEX "customers_by_urgency" ON "customers" USING btree ("priority","stuck_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_by_time" ON "deliveries" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_by_state" ON "deliveries" USING btree ("state","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_once" ON "events" USING btree ("customer_id","source","source_id");--> statement-breakpoint
CREATE INDEX "events_by_customer" ON "events" USING btree ("customer_id","occurred_at");--> statement-breakpoint
CREATE INDEX "attempts_by_customer" ON "attempts" USING btree ("customer_id","started_at");--> statement-breakpoint
CREATE INDEX "attempts_by_software" ON "attempts" USING btree ("software","ended_at");--> statement-breakpoint
CREATE INDEX "journeys_by_customer" ON "journeys" USING btree ("customer_id","ordinal");--> statement-breakpoint
CREATE INDEX "journeys_by_invitation" ON "journeys" USING btree ("invited_at","id");--> statement-breakpoint
CREATE INDEX "notes_by_customer" ON "notes" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "accounts_by_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");