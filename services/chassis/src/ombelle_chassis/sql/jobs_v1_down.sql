DROP TABLE pgqueuer_statistics, pgqueuer_schedules, pgqueuer_log, pgqueuer;
DROP FUNCTION fn_pgqueuer_changed();
DROP TYPE pgqueuer_status;
