-- As `derived` in src/database/folding/first-attempts.ts.
INSERT INTO "first_attempts" ("customer_id", "software", "started_at", "ended_at", "failed_first", "approved_at", "is_untimed")
SELECT "customer_id", "software", "started_at",
	CASE WHEN "failed_first" THEN "failed_at" WHEN "approved_by" = "approved_at" THEN "approved_at" END,
	"failed_first", "approved_at", "approved_by" IS DISTINCT FROM "approved_at"
FROM (
	SELECT *, coalesce("failed_at" <= coalesce("approved_by", 'infinity'), false) AS "failed_first"
	FROM (
		SELECT "attempts"."customer_id", "attempts"."software", min("attempts"."started_at") AS "started_at",
			min("ended_at") FILTER (WHERE "outcome" = 'failed' AND "attempts"."failure_reason" NOT IN ('link_expired', 'unsupported', 'software_error')) AS "failed_at",
			min("ended_at") FILTER (WHERE "outcome" = 'authorized') AS "approved_at",
			min(coalesce("ended_at", "attempts"."started_at")) FILTER (WHERE "outcome" = 'authorized') AS "approved_by"
		FROM "attempts" JOIN "journeys" ON "journeys"."id" = "attempts"."journey_id"
		WHERE "attempts"."software" IS NOT NULL
			AND coalesce("journeys"."closed_reason" NOT IN ('duplicate', 'not_our_customer'), true)
		GROUP BY "attempts"."customer_id", "attempts"."software"
	) AS "together"
) AS "compared";
