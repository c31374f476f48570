ALTER TYPE "public"."delivery_state" ADD VALUE 'waiting' BEFORE 'failed';--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "failures" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rejections" ADD COLUMN "since" timestamp(3) with time zone;--> statement-breakpoint
UPDATE "rejections" SET "since" = "last_at";--> statement-breakpoint
ALTER TABLE "rejections" ALTER COLUMN "since" SET NOT NULL;
