CREATE TYPE "public"."waiting_for" AS ENUM('customer_it', 'administrator', 'codat', 'vendor', 'migration', 'connection', 'call', 'date');--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "waiting_for" "waiting_for";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "waiting_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "waiting_note" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "snoozed_by_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "last_pause" jsonb;