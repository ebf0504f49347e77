-- What people tell about themselves.

alter table app_user
  add column bio text not null default '',
  add column website text not null default '',
  add column location text not null default '',
  add column time_zone text not null default 'UTC';

comment on column app_user.time_zone is 'A place of the time zone database, or UTC.';
