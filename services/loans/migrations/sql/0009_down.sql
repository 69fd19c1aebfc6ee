DROP TABLE forwarded_request;
