-- CreateEnum
CREATE TYPE "WblPlanVersion" AS ENUM ('CURRENT', 'LEGACY_2005');

-- AlterTable
ALTER TABLE "hours_entry" ADD COLUMN     "recorded_by" TEXT;

-- AlterTable
ALTER TABLE "wbl_plan" ADD COLUMN     "plan_version" "WblPlanVersion" NOT NULL DEFAULT 'CURRENT',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "wbl_review" ADD COLUMN     "recorded_by" TEXT;

-- CreateTable
CREATE TABLE "review_invitation" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_invitation_token_hash_key" ON "review_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "review_invitation_review_id_idx" ON "review_invitation"("review_id");

-- AddForeignKey
ALTER TABLE "review_invitation" ADD CONSTRAINT "review_invitation_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "wbl_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes, and however many at once.
CREATE UNIQUE INDEX "wbl_review_one_baseline" ON "wbl_review"("plan_id") WHERE "kind" = 'BASELINE';
CREATE UNIQUE INDEX "wbl_review_one_final" ON "wbl_review"("plan_id") WHERE "kind" = 'FINAL';
CREATE UNIQUE INDEX "skill_score_one_rating_an_employability_skill" ON "skill_score"("review_id", "employability_skill") INCLUDE ("score") WHERE "employability_skill" IS NOT NULL;
CREATE UNIQUE INDEX "skill_score_one_rating_a_career_skill" ON "skill_score"("review_id", "career_skill_id") WHERE "career_skill_id" IS NOT NULL;

-- A day has 24 hours. The placement is locked before its day is summed: of two entries at once, the second
-- sees the first.
CREATE FUNCTION hours_fit_in_their_day() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM placement WHERE id = NEW.placement_id FOR NO KEY UPDATE;
  IF (SELECT sum(minutes) FROM hours_entry
      WHERE placement_id = NEW.placement_id AND worked_on = NEW.worked_on) > 1440 THEN
    RAISE EXCEPTION 'The hours of placement % on % are more than 24.', NEW.placement_id, NEW.worked_on
      USING ERRCODE = 'check_violation', CONSTRAINT = 'hours_entry_day_has_24_hours';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER hours_entry_day_has_24_hours AFTER INSERT OR UPDATE ON "hours_entry"
  FOR EACH ROW EXECUTE FUNCTION hours_fit_in_their_day();
