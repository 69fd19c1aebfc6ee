DROP TABLE closure, unit_block;
