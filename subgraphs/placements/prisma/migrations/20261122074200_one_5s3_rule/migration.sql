-- What counts for 5S3 is said once, in domain/counts-for-perkins.ts; reports put it into their SQL.
DROP FUNCTION counts_for_5s3("WblType", "PlacementStatus", int);
