CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"start" text NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by_id" text NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	"replaced_by_id" uuid
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "signed_with" text;--> statement-breakpoint
ALTER TABLE "emails" ADD COLUMN "bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_digest" ON "api_keys" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "emails_by_author" ON "emails" USING btree ("created_by_id","created_at");