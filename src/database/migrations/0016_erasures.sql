CREATE TABLE "erasures" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"erased_at" timestamp(3) with time zone NOT NULL,
	"requested_by_id" text
);
--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "body" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "deliveries_with_body" ON "deliveries" USING btree ("received_at") WHERE "deliveries"."body" is not null;