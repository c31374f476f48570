CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"software" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"detected_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"usual_share" real NOT NULL,
	"usual_failed" integer NOT NULL,
	"usual_of" integer NOT NULL,
	"owner_id" text,
	"note" text,
	"closed_at" timestamp(3) with time zone,
	"closed_by_id" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_once" ON "incidents" USING btree ("software") WHERE "incidents"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "incidents_by_start" ON "incidents" USING btree ("started_at","id");