-- AlterTable
ALTER TABLE "idempotent_result" ALTER COLUMN "result_id" DROP NOT NULL,
ALTER COLUMN "result_id" SET DATA TYPE TEXT;
