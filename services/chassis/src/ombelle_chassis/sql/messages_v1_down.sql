DROP FUNCTION outbox_delivered(uuid);
DROP TABLE outbox_delivery, outbox_message, inbox_message;
