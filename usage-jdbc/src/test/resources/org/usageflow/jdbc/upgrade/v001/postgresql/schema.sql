-- The steps that were done.
create table if not exists ${table:schema} (
  step_no integer not null,
  name varchar(255) not null,
  checksum varchar(64) not null,
  done_at timestamp(6) not null,
  library varchar(64) not null,
  constraint ${name:schema_pk} primary key (step_no)
);
