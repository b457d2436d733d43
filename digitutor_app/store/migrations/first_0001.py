"""The first schema: people and what they did, workshops, certificates, tutors' notes. Frozen."""

NAME = "0001_first"

# Facts and mutable rows keep one person's rows together (subject first); the key is the same set
# of columns everywhere. No foreign keys and nothing unique beyond the key: rows travel.
STATEMENTS = (
    """
    CREATE TABLE "person" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "v" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL, "edited_at" TEXT NOT NULL,
        "code" TEXT NOT NULL, "first_name" TEXT NOT NULL, "language" TEXT NOT NULL,
        "display" TEXT NOT NULL, "merged_into" TEXT NOT NULL, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """CREATE INDEX "person_by_code" ON "person" ("code") WHERE "code" <> ''""",
    """CREATE INDEX "person_joined" ON "person" ("merged_into") WHERE "merged_into" <> ''""",
    """
    CREATE TABLE "visit" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "v" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL, "edited_at" TEXT NOT NULL,
        "arrived" TEXT, "last_seen" TEXT, "left" TEXT, "paused" TEXT,
        "laptop" TEXT NOT NULL, "workshop_id" TEXT NOT NULL, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX "visit_open" ON "visit" ("subject")
    WHERE "left" IS NULL AND "deleted" = 0
    """,
    """CREATE INDEX "visit_by_arrival" ON "visit" ("arrived")""",
    """
    CREATE TABLE "call" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "v" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL, "edited_at" TEXT NOT NULL,
        "called" TEXT, "exercise" TEXT NOT NULL, "step" TEXT NOT NULL, "end" TEXT NOT NULL,
        "ended" TEXT, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX "call_open" ON "call" ("subject") WHERE "end" = 'open' AND "deleted" = 0
    """,
    """
    CREATE TABLE "coming" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "v" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL, "edited_at" TEXT NOT NULL,
        "about" TEXT NOT NULL, "since" TEXT, "ended" TEXT, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "workshop" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "v" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL, "edited_at" TEXT NOT NULL,
        "name" TEXT NOT NULL, "place" TEXT NOT NULL, "day" TEXT, "organisers" TEXT NOT NULL,
        "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "step_done" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "sha" TEXT NOT NULL,
        "attempt_id" TEXT NOT NULL, "exercise" TEXT NOT NULL, "step" TEXT NOT NULL,
        "number" INTEGER NOT NULL, "of" INTEGER NOT NULL, "mode" TEXT NOT NULL, "at" TEXT,
        "hint" INTEGER NOT NULL, "mistakes" TEXT NOT NULL, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id", "sha")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "attempt" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "sha" TEXT NOT NULL,
        "exercise" TEXT NOT NULL, "content_version" TEXT NOT NULL, "data_set" TEXT NOT NULL,
        "mode" TEXT NOT NULL, "end" TEXT NOT NULL, "started" TEXT, "ended" TEXT,
        "steps_done" INTEGER NOT NULL, "hint" INTEGER NOT NULL, "asked" INTEGER NOT NULL,
        "undos" INTEGER NOT NULL,
        "way" TEXT NOT NULL, "device" TEXT NOT NULL, "skills" TEXT NOT NULL,
        "mistakes" TEXT NOT NULL, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id", "sha")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX "attempt_done" ON "attempt" ("subject", "ended")
    WHERE "end" = 'done' AND "mode" <> 'watch'
    """,
    """
    CREATE TABLE "certificate" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "sha" TEXT NOT NULL,
        "workshop_id" TEXT NOT NULL, "content" TEXT NOT NULL, "pdf" BLOB NOT NULL,
        "replaces" TEXT NOT NULL, "extra" TEXT NOT NULL,
        PRIMARY KEY ("id", "subject", "sha")
    ) STRICT
    """,
    """CREATE INDEX "certificate_by_subject" ON "certificate" ("subject")""",
    """
    CREATE TABLE "note" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "v" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL, "edited_at" TEXT NOT NULL,
        "text" TEXT NOT NULL, "day" TEXT, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "observation" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "sha" TEXT NOT NULL,
        "skill" TEXT NOT NULL, "day" TEXT, "behind" TEXT NOT NULL, "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id", "sha")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "withdrawn" (
        "id" TEXT NOT NULL, "subject" TEXT NOT NULL, "sha" TEXT NOT NULL,
        "kind" TEXT NOT NULL, "at" TEXT, "moved_to" TEXT NOT NULL, "copy_id" TEXT NOT NULL,
        "extra" TEXT NOT NULL,
        PRIMARY KEY ("subject", "id", "sha")
    ) STRICT, WITHOUT ROWID
    """,
    """CREATE INDEX "withdrawn_moved" ON "withdrawn" ("moved_to") WHERE "moved_to" <> ''""",
    """
    CREATE TABLE "erased" (
        "subject" TEXT NOT NULL PRIMARY KEY, "at" INTEGER NOT NULL,
        "by" TEXT NOT NULL, "sig" BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "lost_copy" (
        "subject" TEXT NOT NULL, "id" TEXT NOT NULL, PRIMARY KEY ("subject", "id")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "put_aside" (
        "id" TEXT NOT NULL PRIMARY KEY, "table" TEXT NOT NULL, "row_id" TEXT NOT NULL,
        "subject" TEXT NOT NULL, "reason" TEXT NOT NULL, "device" TEXT NOT NULL,
        "at" TEXT NOT NULL, "raw" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "parked" (
        "table" TEXT NOT NULL, "subject" TEXT NOT NULL, "row_id" TEXT NOT NULL,
        "stamp" TEXT NOT NULL, "role" TEXT NOT NULL, "v" TEXT NOT NULL, "raw" TEXT NOT NULL,
        PRIMARY KEY ("table", "subject", "row_id", "stamp", "role")
    ) STRICT
    """,
    """
    CREATE TABLE "setting" (
        "name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "position" (
        "person_id" TEXT NOT NULL PRIMARY KEY, "exercise" TEXT NOT NULL,
        "attempt_id" TEXT NOT NULL, "snapshot" TEXT NOT NULL, "saved" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE "skill_sum" (
        "person_id" TEXT NOT NULL, "skill" TEXT NOT NULL, "state" INTEGER NOT NULL,
        "attempts" INTEGER NOT NULL, "last" TEXT NOT NULL,
        PRIMARY KEY ("person_id", "skill")
    ) STRICT, WITHOUT ROWID
    """,
)
