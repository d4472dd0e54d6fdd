CREATE TABLE IF NOT EXISTS account_state (
  account_id BIGINT PRIMARY KEY,
  body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS plan (
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (name, version)
);
CREATE TABLE IF NOT EXISTS episode (
  episode_key TEXT PRIMARY KEY,
  closed_at BIGINT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS episode_open ON episode (episode_key) WHERE closed_at = 0;
CREATE TABLE IF NOT EXISTS action (
  action_key TEXT PRIMARY KEY,
  account_id BIGINT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS action_under_way ON action (account_id) WHERE state IN ('PENDING', 'IN_FLIGHT');
CREATE TABLE IF NOT EXISTS letter (
  letter_key TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS letter_pending ON letter (letter_key) WHERE state = 'PENDING';
