-- +goose Up

-- Captures that two people erase: one proposes, another agrees.
CREATE TABLE erasures (
  id           {{.Text}} PRIMARY KEY,
  capture_id   {{.Text}} NOT NULL REFERENCES captures (id),
  state        {{.Text}} NOT NULL,
  reason       {{.Text}} NOT NULL,
  proposed_by  {{.Text}} NOT NULL,
  proposed_at  {{.Text}} NOT NULL,
  decided_by   {{.Text}} NOT NULL,
  decided_at   {{.Text}} NOT NULL,
  decision_id  {{.Text}} NOT NULL,
  file         {{.Text}} NOT NULL,
  next_try     {{.Text}} NOT NULL,
  attempts     {{.Int}} NOT NULL,
  last_error   {{.Text}} NOT NULL,
  leased_until {{.Text}} NOT NULL
);
CREATE UNIQUE INDEX erasures_capture ON erasures (capture_id) WHERE state <> 'declined';
CREATE INDEX erasures_due ON erasures (next_try) WHERE state = 'wiped';

-- A leaf may say that the capture of another leaf was erased by a decision.
CREATE TABLE leaves_with_erasures (
  seq        {{.Int}} PRIMARY KEY,
  capture_id {{.Text}} NOT NULL,
  commitment {{.Bytes}} NOT NULL,
  erases     {{.Int}} NOT NULL,
  decision   {{.Text}} NOT NULL
);
INSERT INTO leaves_with_erasures (seq, capture_id, commitment, erases, decision) SELECT seq, capture_id, commitment, 0, '' FROM leaves;
DROP TABLE leaves;
ALTER TABLE leaves_with_erasures RENAME TO leaves;
CREATE UNIQUE INDEX leaves_capture ON leaves (capture_id) WHERE decision = '';
CREATE UNIQUE INDEX leaves_erases ON leaves (erases) WHERE decision <> '';

-- Evidence and decisions are only added to, but for the transaction of an
-- erasure ('wiping'), which may blank what would tell of the capture.
{{if .SQLite}}
-- +goose StatementBegin
CREATE TRIGGER leaves_update BEFORE UPDATE ON leaves
BEGIN SELECT RAISE(ABORT, 'leaves is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER leaves_delete BEFORE DELETE ON leaves
BEGIN SELECT RAISE(ABORT, 'leaves is only added to'); END;
-- +goose StatementEnd
DROP TRIGGER captures_update;
-- +goose StatementBegin
CREATE TRIGGER captures_update BEFORE UPDATE ON captures
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE capture_id = OLD.id AND state = 'wiping')
  OR NEW.id <> OLD.id OR NEW.sha256 <> 'erased ' || OLD.id OR NEW.file <> OLD.file OR NEW.at <> OLD.at OR NEW.how <> OLD.how
  OR NEW.source_id <> OLD.source_id OR NEW.entry_id <> OLD.entry_id OR NEW.by_account <> OLD.by_account OR NEW.agent <> OLD.agent
  OR NEW.address <> '' OR NEW.final_url <> '' OR NEW.file_name <> '' OR NEW.media_type <> '' OR NEW.size <> 0
BEGIN SELECT RAISE(ABORT, 'captures is only added to'); END;
-- +goose StatementEnd
DROP TRIGGER decisions_update;
-- +goose StatementBegin
CREATE TRIGGER decisions_update BEFORE UPDATE ON decisions
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE state = 'wiping')
  OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.account <> OLD.account OR NEW.verb <> OLD.verb OR NEW.record_id <> OLD.record_id OR NEW.reason <> ''
BEGIN SELECT RAISE(ABORT, 'decisions is only added to'); END;
-- +goose StatementEnd
DROP TRIGGER audit_update;
-- +goose StatementBegin
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE state = 'wiping')
  OR NEW.decision_id <> OLD.decision_id OR NEW.position <> OLD.position OR NEW.field <> OLD.field OR NEW.before_text <> '' OR NEW.after_text <> ''
BEGIN SELECT RAISE(ABORT, 'audit is only added to'); END;
-- +goose StatementEnd
{{else}}
CREATE TRIGGER leaves_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON leaves
  FOR EACH STATEMENT EXECUTE FUNCTION leaves_only_added();
DROP TRIGGER captures_only_added ON captures;
DROP TRIGGER decisions_only_added ON decisions;
DROP TRIGGER audit_only_added ON audit;
{{range $table := list "captures" "decisions" "audit"}}
CREATE TRIGGER {{$table}}_only_added BEFORE DELETE OR TRUNCATE ON {{$table}}
  FOR EACH STATEMENT EXECUTE FUNCTION {{$table}}_only_added();
{{end}}
-- +goose StatementBegin
CREATE FUNCTION captures_only_blanked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM erasures WHERE capture_id = OLD.id AND state = 'wiping')
    OR NEW.id <> OLD.id OR NEW.sha256 <> 'erased ' || OLD.id OR NEW.file <> OLD.file OR NEW.at <> OLD.at OR NEW.how <> OLD.how
    OR NEW.source_id <> OLD.source_id OR NEW.entry_id <> OLD.entry_id OR NEW.by_account <> OLD.by_account OR NEW.agent <> OLD.agent
    OR NEW.address <> '' OR NEW.final_url <> '' OR NEW.file_name <> '' OR NEW.media_type <> '' OR NEW.size <> 0
  THEN RAISE EXCEPTION 'captures is only added to'; END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION decisions_only_blanked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM erasures WHERE state = 'wiping')
    OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.account <> OLD.account OR NEW.verb <> OLD.verb OR NEW.record_id <> OLD.record_id OR NEW.reason <> ''
  THEN RAISE EXCEPTION 'decisions is only added to'; END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION audit_only_blanked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM erasures WHERE state = 'wiping')
    OR NEW.decision_id <> OLD.decision_id OR NEW.position <> OLD.position OR NEW.field <> OLD.field OR NEW.before_text <> '' OR NEW.after_text <> ''
  THEN RAISE EXCEPTION 'audit is only added to'; END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
{{range $table := list "captures" "decisions" "audit"}}
CREATE TRIGGER {{$table}}_only_blanked BEFORE UPDATE ON {{$table}}
  FOR EACH ROW EXECUTE FUNCTION {{$table}}_only_blanked();
{{end}}
{{end}}
