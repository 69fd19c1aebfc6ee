-- Facts that leave for other services, and the ids of those that came. The payload is here until it is delivered to
-- each of its subscribers, and no longer.

CREATE TABLE outbox_message (
  id uuid CONSTRAINT pk_outbox_message PRIMARY KEY DEFAULT uuidv7(),
  seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT uq_outbox_message_seq UNIQUE,
  type text NOT NULL,
  key text NOT NULL,
  version bigint NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE outbox_delivery (
  id uuid CONSTRAINT pk_outbox_delivery PRIMARY KEY DEFAULT uuidv7(),
  message_id uuid NOT NULL
    CONSTRAINT fk_outbox_delivery_message_id REFERENCES outbox_message ON DELETE CASCADE,
  subscriber text NOT NULL,
  -- The message's own, copied: which delivery comes first is found in one index.
  key text NOT NULL,
  seq bigint NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CONSTRAINT ck_outbox_delivery_state_known CHECK (state IN ('waiting', 'dead')),
  tries integer NOT NULL DEFAULT 0,
  refusals integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  last_error text,
  died_at timestamptz,
  CONSTRAINT uq_outbox_delivery_message_id_subscriber UNIQUE (message_id, subscriber),
  CONSTRAINT ck_outbox_delivery_dead_whole CHECK ((state = 'dead') = (died_at IS NOT NULL))
);
CREATE INDEX ix_outbox_delivery_waiting ON outbox_delivery (subscriber, key, seq) WHERE state = 'waiting';
CREATE INDEX ix_outbox_delivery_dead ON outbox_delivery (id) WHERE state = 'dead';

CREATE TABLE inbox_message (
  id uuid CONSTRAINT pk_inbox_message PRIMARY KEY,
  type text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

-- A delivery that arrived goes, and with the last one its message. Two that end at once take turns at the message.
CREATE FUNCTION outbox_delivered(delivered uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  message uuid;
BEGIN
  SELECT m.id INTO message FROM outbox_message m JOIN outbox_delivery d ON d.message_id = m.id
  WHERE d.id = delivered FOR UPDATE OF m;
  DELETE FROM outbox_delivery d WHERE d.id = delivered;
  DELETE FROM outbox_message m
  WHERE m.id = message AND NOT EXISTS (SELECT FROM outbox_delivery d WHERE d.message_id = message);
END $$;
