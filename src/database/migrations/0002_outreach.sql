CREATE TYPE "public"."call_outcome" AS ENUM('reached', 'no_answer', 'voicemail', 'call_back');--> statement-breakpoint
CREATE TYPE "public"."contact_role" AS ENUM('main', 'administrator', 'it', 'accountant');--> statement-breakpoint
CREATE TYPE "public"."email_state" AS ENUM('queued', 'sent', 'failed', 'kept');--> statement-breakpoint
CREATE TYPE "public"."email_template" AS ENUM('link', 'reminder', 'guide', 'administrator', 'it', 'reconnect', 'file-upload');--> statement-breakpoint
CREATE TYPE "public"."import_outcome" AS ENUM('change', 'unchanged', 'faulty');--> statement-breakpoint
CREATE TYPE "public"."import_state" AS ENUM('previewed', 'applied', 'undone');--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'email.sent' BEFORE 'software.selected';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'call.made' BEFORE 'software.selected';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'attempt.corrected' BEFORE 'journey.completed';--> statement-breakpoint
CREATE TABLE "activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"customer_id" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_import_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"outcome" "import_outcome" NOT NULL,
	"customer_id" text,
	"role" "contact_role",
	"before" jsonb,
	"after" jsonb,
	"problem" text,
	"raw" text
);
--> statement-breakpoint
CREATE TABLE "contact_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"state" "import_state" NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"applied_at" timestamp(3) with time zone,
	"undone_at" timestamp(3) with time zone,
	"changes" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"faulty" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_templates" (
	"id" "email_template" PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"changed_at" timestamp(3) with time zone,
	"changed_by_id" text
);
--> statement-breakpoint
CREATE TABLE "emails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"template" "email_template" NOT NULL,
	"state" "email_state" NOT NULL,
	"to_name" text,
	"to_email" text NOT NULL,
	"to_role" "contact_role",
	"created_by_id" text NOT NULL,
	"reply_to" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"note" text,
	"link_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"failed_attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp(3) with time zone,
	"problem" text,
	"idempotency_key" text
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"customer_id" text NOT NULL,
	"email_id" uuid,
	"created_by_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"openings" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp(3) with time zone,
	CONSTRAINT "links_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "workspace_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"sender_name" text NOT NULL,
	"support_email" text,
	"support_phone" text,
	"link_days" integer
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contacts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "tried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "recognized_reason" "failure_reason";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "corrected_by_id" text;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "tried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "outcome" "call_outcome";--> statement-breakpoint
ALTER TABLE "contact_import_lines" ADD CONSTRAINT "contact_import_lines_import_id_contact_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."contact_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_by_time" ON "activity" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "activity_by_customer" ON "activity" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "activity_by_actor" ON "activity" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "contact_import_lines_by_import" ON "contact_import_lines" USING btree ("import_id","outcome","line");--> statement-breakpoint
CREATE INDEX "contact_imports_by_time" ON "contact_imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "emails_by_customer" ON "emails" USING btree ("customer_id","template","created_at");--> statement-breakpoint
CREATE INDEX "emails_by_time" ON "emails" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "emails_by_state" ON "emails" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "emails_once" ON "emails" USING btree ("created_by_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "links_by_customer" ON "links" USING btree ("customer_id","created_at");