CREATE TABLE "locks" (
	"id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "links" DROP CONSTRAINT "links_token_unique";--> statement-breakpoint
DROP INDEX "emails_once";--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "stuck_spells" ADD CONSTRAINT "stuck_spells_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "raised_cases" ADD CONSTRAINT "raised_cases_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
ALTER TABLE "codat_checks" ADD CONSTRAINT "codat_checks_id_customer_id_pk" PRIMARY KEY("id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "links_by_token" ON "links" USING btree ("token","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "emails_once" ON "emails" USING btree ("created_by_id","idempotency_key","customer_id");