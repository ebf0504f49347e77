-- What happened to an account, for its owner to read, and the devices they come in with.

-- What stands there was held against a list; to read it all again would stop everybody meanwhile.
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_is_a_word check (end_reason ~ '^[a-z_]+$') not valid;

alter table ticket drop constraint ticket_purpose_check;
alter table ticket add constraint ticket_purpose_is_a_word check (purpose ~ '^[a-z_]+$') not valid;

create table familiar_device (
  id bigint primary key generated always as identity,
  user_id uuid not null references app_user on delete cascade,
  device text not null,
  surroundings text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  visits bigint not null,
  constraint familiar_device_once unique (user_id, device, surroundings)
) with (fillfactor = 80);

create index familiar_device_last_seen on familiar_device (last_seen_at);

comment on table familiar_device is
  'With what somebody came in, so that they can be told when it was something else. Forgotten when long unused.';
comment on column familiar_device.device is 'What kind it is, by its own account; empty when that is not known.';
comment on column familiar_device.surroundings is 'The country, where that is known, or a wide network.';

create table activity (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  kind text not null,
  facts jsonb not null,
  at timestamptz not null
);

create index activity_of_user on activity (user_id, at desc, id desc);
create index activity_at on activity (at);

comment on table activity is
  'What a person can read of what happened to their account. Kept longer than the outbox, which it is a part of.';
comment on column activity.id is 'Of the event.';
comment on column activity.kind is 'The event''s word.';
comment on column activity.facts is 'The event''s payload.';
