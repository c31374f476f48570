-- Until now, lists looked both up in the first journey, of which each customer has one.
UPDATE "customers" SET
	"entered_at" = CASE WHEN "journey_kind" = 'first' THEN least("first"."invited_at", "first"."first_signal_at") END,
	"authorized_at" = "first"."authorized_at"
FROM "journeys" AS "first" WHERE "first"."customer_id" = "customers"."id" AND "first"."kind" = 'first';
