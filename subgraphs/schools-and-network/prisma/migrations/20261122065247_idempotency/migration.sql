-- CreateTable
CREATE TABLE "idempotent_result" (
    "subject" TEXT NOT NULL,
    "mutation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" CHAR(64) NOT NULL,
    "result_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_result_pkey" PRIMARY KEY ("subject","mutation","key")
);

-- CreateIndex
CREATE INDEX "idempotent_result_created_at_idx" ON "idempotent_result"("created_at");
