CREATE TABLE "alert_incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alert_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"customer_id" text,
	"label" text,
	"reason" text NOT NULL,
	"path" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"opened_in" uuid NOT NULL,
	"over_in" uuid
);
--> statement-breakpoint
CREATE TABLE "alert_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alert_id" uuid,
	"event" text NOT NULL,
	"user_id" text,
	"address" text,
	"title" text NOT NULL,
	"since" timestamp(3) with time zone,
	"day" text,
	"state" "email_state" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"failed_attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp(3) with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"to" text,
	"webhook_url" text,
	"account_manager_id" text,
	"software" text,
	"hours" integer,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by_id" text NOT NULL,
	"checked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "digest_settings" (
	"user_id" text PRIMARY KEY NOT NULL,
	"frequency" text NOT NULL,
	"weekday" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"time_zone" text NOT NULL,
	"next_at" timestamp(3) with time zone,
	"last_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "alert_incidents" ADD CONSTRAINT "alert_incidents_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_messages" ADD CONSTRAINT "alert_messages_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_incidents_once" ON "alert_incidents" USING btree ("alert_id","recipient","subject") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "alert_incidents_by_opening" ON "alert_incidents" USING btree ("opened_in");--> statement-breakpoint
CREATE INDEX "alert_incidents_by_end" ON "alert_incidents" USING btree ("over_in");--> statement-breakpoint
CREATE INDEX "alert_incidents_by_customer" ON "alert_incidents" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "alert_messages_by_time" ON "alert_messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "alert_messages_once" ON "alert_messages" USING btree ("user_id","day");