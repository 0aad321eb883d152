-- Usageflow, H2, step 1: usage files and all that belongs to them.
--
-- Times are UTC. Numbers of files are the digits of their ids. The vendor's account comes first in every key that can have it;
-- what does not know its vendor is found by the number of its file.

-- Which vendor a file belongs to: the one place where a file is found by its id alone.
create table if not exists ${table:file_id} (
  file_no bigint not null,
  vendor varchar(255) not null,
  constraint ${name:file_id_pk} primary key (file_no)
);

-- Within which the ids of live records are unique: a product and contract, numbered by the first file that reported on them.
create table if not exists ${table:scope} (
  vendor varchar(255) not null,
  scope_no bigint not null,
  product varchar(255) not null,
  contract varchar(255) not null,
  constraint ${name:scope_pk} primary key (vendor, scope_no),
  constraint ${name:scope_uq} unique (vendor, product, contract)
);

create table if not exists ${table:file} (
  vendor varchar(255) not null,
  file_no bigint not null,
  scope_no bigint not null,
  name varchar(1048576) not null,
  description varchar(1048576),
  note varchar(1048576),
  external_id varchar(255),
  product varchar(255) not null,
  contract varchar(255) not null,
  marketplace varchar(255) not null,
  buyer varchar(255) not null,
  schema_code varchar(16) not null,
  period_start timestamp(6) not null,
  period_start_nanos smallint not null,
  period_end timestamp(6) not null,
  period_end_nanos smallint not null,
  currency varchar(3),
  environment varchar(32) not null,
  kind varchar(32) not null,
  original varchar(1048576),
  status varchar(32) not null,
  counts varchar(1048576) not null,
  suspended bigint not null,
  has_upload boolean not null,
  upload_sha256 varchar(64),
  upload_bytes bigint,
  upload_categories varchar(64),
  received_at timestamp(6),
  upload_valid boolean,
  rows_valid bigint,
  rows_invalid bigint,
  rows_suspended bigint,
  totals varchar(1048576),
  acceptance_note varchar(1048576),
  rejection_note varchar(1048576),
  error_detail varchar(1048576),
  superseded_by bigint,
  last_number integer not null,
  created_at timestamp(6) not null,
  version bigint not null,
  constraint ${name:file_pk} primary key (vendor, file_no),
  constraint ${name:file_external_uq} unique (vendor, product, external_id)
);
create index if not exists ${name:file_buyer} on ${table:file} (buyer, file_no);
create index if not exists ${name:file_scope} on ${table:file} (vendor, scope_no, file_no);
create index if not exists ${name:file_status} on ${table:file} (status, file_no);

-- Items as the records of a file know them; several rows may say the same.
create table if not exists ${table:item} (
  vendor varchar(255) not null,
  file_no bigint not null,
  item_no integer not null,
  item_id varchar(255) not null,
  item varchar(1048576) not null,
  constraint ${name:item_pk} primary key (vendor, file_no, item_no)
);

-- Subscriptions as the records of a file know them; several rows may say the same.
create table if not exists ${table:subscription} (
  vendor varchar(255) not null,
  file_no bigint not null,
  sub_no integer not null,
  subscription_id varchar(255) not null,
  hub varchar(255),
  subscription varchar(1048576) not null,
  constraint ${name:subscription_pk} primary key (vendor, file_no, sub_no)
);

-- The resellers of those subscriptions: the highest tier of each, and the tier of the contract's buyer above them.
create table if not exists ${table:chain} (
  vendor varchar(255) not null,
  file_no bigint not null,
  sub_no integer not null,
  account varchar(255) not null,
  tier smallint not null,
  buyer_tier smallint not null,
  constraint ${name:chain_pk} primary key (vendor, file_no, sub_no, account)
);
create index if not exists ${name:chain_account} on ${table:chain} (account, file_no, sub_no);

create table if not exists ${table:record} (
  vendor varchar(255) not null,
  file_no bigint not null,
  position bigint not null,
  number integer not null,
  row_no bigint,
  record_key varchar(255),
  record_key_utf8 varbinary(1020) generated always as (stringtoutf8(record_key)),
  status varchar(32) not null,
  version bigint not null,
  item_no integer,
  sub_no integer,
  successor_file bigint,
  successor_number integer,
  reported_key varchar(255),
  note varchar(1048576),
  item_by varchar(32),
  item_value varchar(255),
  quantity numeric(46, 8),
  start_at timestamp(6),
  start_nanos smallint,
  end_at timestamp(6),
  end_nanos smallint,
  asset_by varchar(300),
  asset_value varchar(255),
  category varchar(255),
  amount numeric(46, 8),
  tier smallint,
  dynamic_name varchar(255),
  dynamic_mpn varchar(255),
  dynamic_unit varchar(255),
  dynamic_precision varchar(32),
  recon_id varchar(255),
  corrects varchar(255),
  parameters varchar(1048576),
  billing_id varchar(255),
  billing_note varchar(1048576),
  closed_at timestamp(6),
  closed_role varchar(32),
  closed_account varchar(255),
  closed_user varchar(255),
  constraint ${name:record_pk} primary key (vendor, file_no, position),
  constraint ${name:record_number_uq} unique (vendor, file_no, number)
);
create index if not exists ${name:record_key} on ${table:record} (vendor, file_no, record_key_utf8, position);
create index if not exists ${name:record_sub} on ${table:record} (vendor, file_no, sub_no);

-- The vendors' ids that are live: one row each, so that two files cannot hold the same.
create table if not exists ${table:live_key} (
  vendor varchar(255) not null,
  scope_no bigint not null,
  record_key varchar(255) not null,
  file_no bigint not null,
  constraint ${name:live_key_pk} primary key (vendor, scope_no, record_key)
);
create index if not exists ${name:live_key_file} on ${table:live_key} (vendor, file_no);

-- Problems of uploads (recon_no 0) and of reconciliation files. Texts from uploads are written as JSON, since they may hold any character.
create table if not exists ${table:problem} (
  vendor varchar(255) not null,
  file_no bigint not null,
  recon_no smallint not null,
  rank_no smallint not null,
  position bigint not null,
  column_no integer not null,
  seq bigint not null,
  code varchar(64) not null,
  severity varchar(32) not null,
  row_no bigint,
  place varchar(1048576) not null,
  raw_value varchar(1048576),
  arguments varchar(1048576),
  constraint ${name:problem_pk} primary key (vendor, file_no, recon_no, rank_no, position, column_no, seq)
);

create table if not exists ${table:event} (
  vendor varchar(255) not null,
  file_no bigint not null,
  number bigint not null,
  happened_at timestamp(6) not null,
  action varchar(32) not null,
  from_status varchar(32),
  to_status varchar(32) not null,
  by_role varchar(32) not null,
  by_account varchar(255) not null,
  by_user varchar(255),
  note varchar(1048576),
  record_file bigint,
  record_number integer,
  version bigint not null,
  constraint ${name:event_pk} primary key (vendor, file_no, number)
);

-- Events that were not delivered yet.
create table if not exists ${table:outbox} (
  vendor varchar(255) not null,
  file_no bigint not null,
  number bigint not null,
  constraint ${name:outbox_pk} primary key (vendor, file_no, number)
);
create index if not exists ${name:outbox_file} on ${table:outbox} (file_no);

create table if not exists ${table:part} (
  vendor varchar(255) not null,
  file_no bigint not null,
  part_no smallint not null,
  hub varchar(255),
  status varchar(32) not null,
  outdated boolean not null,
  counts varchar(1048576) not null,
  content_format varchar(255),
  content_sha256 varchar(64),
  content_bytes bigint,
  billing_id varchar(255),
  billing_note varchar(1048576),
  closed_at timestamp(6),
  closed_role varchar(32),
  closed_account varchar(255),
  closed_user varchar(255),
  error_detail varchar(1048576),
  created_at timestamp(6) not null,
  version bigint not null,
  constraint ${name:part_pk} primary key (vendor, file_no, part_no)
);
create index if not exists ${name:part_status} on ${table:part} (status, file_no, part_no);

create table if not exists ${table:reconciliation} (
  vendor varchar(255) not null,
  file_no bigint not null,
  recon_no smallint not null,
  status varchar(32) not null,
  sha256 varchar(64) not null,
  size_bytes bigint not null,
  closed bigint not null,
  unchanged bigint not null,
  refused bigint not null,
  error_detail varchar(1048576),
  uploaded_role varchar(32) not null,
  uploaded_account varchar(255) not null,
  uploaded_user varchar(255),
  uploaded_at timestamp(6) not null,
  version bigint not null,
  constraint ${name:reconciliation_pk} primary key (vendor, file_no, recon_no)
);
create index if not exists ${name:reconciliation_status} on ${table:reconciliation} (status, file_no, recon_no);

-- Who is at work on what, and until when it is believed.
create table if not exists ${table:lease} (
  subject varchar(255) not null,
  holder varchar(255) not null,
  valid_until timestamp(6) not null,
  constraint ${name:lease_pk} primary key (subject)
);

-- Uploads, in chunks. Kept by file and SHA-256.
create table if not exists ${table:content} (
  file_no bigint not null,
  sha256 varchar(64) not null,
  size_bytes bigint not null,
  chunks integer not null,
  constraint ${name:content_pk} primary key (file_no, sha256)
);
create table if not exists ${table:content_chunk} (
  file_no bigint not null,
  sha256 varchar(64) not null,
  chunk_no integer not null,
  bytes varbinary(1048576) not null,
  constraint ${name:content_chunk_pk} primary key (file_no, sha256, chunk_no)
);
