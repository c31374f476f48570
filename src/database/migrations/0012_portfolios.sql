CREATE TABLE "codat_owners" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "owner_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "owner_manager_id" text;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "managers_see_own" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "unassigned_visible_to" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "codat_owners" ADD CONSTRAINT "codat_owners_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_by_manager" ON "customers" USING btree ("account_manager_id","id");