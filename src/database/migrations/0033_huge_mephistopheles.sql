CREATE TABLE "stuck_counts" (
	"day" date NOT NULL,
	"account_manager_id" text,
	"software" text,
	"stuck_reason" "stuck_reason" NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stuck_days" (
	"day" date PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stuck_spells" ADD COLUMN "silent_since" timestamp(3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "stuck_spells" ADD COLUMN "stage" "stage" NOT NULL;--> statement-breakpoint
ALTER TABLE "stuck_counts" ADD CONSTRAINT "stuck_counts_day_stuck_days_day_fk" FOREIGN KEY ("day") REFERENCES "public"."stuck_days"("day") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stuck_counts_by_day" ON "stuck_counts" USING btree ("day","account_manager_id");