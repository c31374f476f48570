ALTER TABLE "customers" ADD COLUMN "labels" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_by_label" ON "customers" USING gin ("labels");