CREATE TABLE "password_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"succeeded_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE INDEX "password_attempts_by_last_at" ON "password_attempts" USING btree ("last_at");