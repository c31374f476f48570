CREATE TABLE "checkpoints" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"rules" text NOT NULL,
	"checkpoint" jsonb NOT NULL
);
