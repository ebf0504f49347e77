-- People, how they come in, where they are logged in, and what happened.

create table app_user (
  id uuid primary key,
  email text not null unique,
  email_verified boolean not null,
  username text not null,
  username_key text not null unique,
  display_name text not null,
  role text not null check (role in ('reader', 'author', 'editor', 'admin')),
  disabled boolean not null,
  authority integer not null check (authority >= 0),
  authority_changed_at timestamptz,
  registered_at timestamptz not null,
  version bigint not null
);

create index app_user_staff on app_user (role) where role <> 'reader';
create index app_user_authority_changed on app_user (authority_changed_at) where authority_changed_at is not null;

comment on table app_user is 'Everybody with an account.';
comment on column app_user.username_key is 'The user name in lower case: what must be unique.';
comment on column app_user.authority is
  'Counts how often it was changed what this person may do. Access tokens with a lower number are worth nothing.';
comment on column app_user.authority_changed_at is
  'When that was last; a node that was cut off learns from it what it missed. Kept by a trigger.';
comment on column app_user.version is 'Counts the saves. A trigger counts for those who write by hand.';

create table credential (
  user_id uuid primary key references app_user on delete cascade,
  hash text not null,
  set_at timestamptz not null,
  version bigint not null
);

comment on table credential is 'Passwords. Whoever only comes in by other doors has no row.';
comment on column credential.hash is 'Scheme, parameters, salt and digest in one line.';

-- A refresh changes no indexed column, so with room on the page it touches no index either.
create table session (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  device_name text not null,
  user_agent text not null,
  address text not null,
  network text not null,
  generation integer not null check (generation > 0),
  opened_at timestamptz not null,
  refreshed_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('logged_out', 'ended_by_owner', 'refresh_token_reused', 'password_changed')),
  version bigint not null,
  constraint session_ends_for_a_reason check ((ended_at is null) = (end_reason is null))
) with (fillfactor = 80);

create index session_of_user on session (user_id, ended_at);
create index session_ended on session (ended_at) where ended_at is not null;
create index session_expires on session (expires_at);

comment on table session is 'One person on one device, from login to the end; forgotten some time later.';
comment on column session.network is 'What of the address one party holds: the address itself, or an IPv6 /64.';
comment on column session.generation is 'Of the refresh token that is good now. No token is stored, nor a hash of one.';
comment on column session.expires_at is 'The latest end, however much the session is used.';

create table vanished_session (
  id uuid primary key,
  vanished_at timestamptz not null default clock_timestamp()
);

create index vanished_session_at on vanished_session (vanished_at);

comment on table vanished_session is
  'Sessions whose rows were deleted while they were alive, as with their owner: access tokens may still name them, and'
  ' a node that was cut off must hear of it. Kept by a trigger, forgotten after a day.';

create table signing_key (
  id text primary key,
  public_key text not null,
  sealed_private_key bytea not null,
  signs_from timestamptz not null unique,
  retires_at timestamptz not null
);

comment on table signing_key is 'Keys that sign access tokens.';
comment on column signing_key.id is 'The kid in the header of the tokens.';
comment on column signing_key.public_key is 'As a JSON Web Key.';
comment on column signing_key.sealed_private_key is 'Encrypted with the secret of this installation.';
comment on column signing_key.signs_from is 'Unique, so that of several nodes that make the next key, one is first.';

create table outbox (
  id uuid primary key,
  position bigint not null unique generated always as identity,
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);

create index outbox_recorded on outbox (recorded_at);

comment on table outbox is
  'What happened, written in the transaction in which it did: it is told if and only if that committed.';
comment on column outbox.id is 'Of the event: whoever reacts knows by it what they did already.';
comment on column outbox.position is
  'The order of writing. A later one may be visible first, so it is no mark to read on from.';

-- A crash may empty it: everybody begins anew then. In exchange, counting never waits for the disk.
create unlogged table throttle_bucket (
  key text primary key,
  state bytea,
  expires_at bigint not null default 1000 * extract(epoch from clock_timestamp() + interval '1 day')
) with (fillfactor = 60);

comment on table throttle_bucket is 'Attempts that are left, per door and subject.';
comment on column throttle_bucket.key is 'The door''s name and a digest of whom it counts: no addresses in clear.';
comment on column throttle_bucket.state is 'Written and read by Bucket4j.';
comment on column throttle_bucket.expires_at is 'Milliseconds since 1970, when the bucket is full again and so need not be kept.';

-- Every change that other nodes must hear of is told by the database itself, so that no writer can forget to.

create function count_a_save_by_hand() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

create trigger app_user_counts_saves before update on app_user
  for each row when (old.version = new.version) execute function count_a_save_by_hand();
create trigger credential_counts_saves before update on credential
  for each row when (old.version = new.version) execute function count_a_save_by_hand();
create trigger session_counts_saves before update on session
  for each row when (old.version = new.version) execute function count_a_save_by_hand();

create function note_a_change_of_authority() returns trigger language plpgsql as $$
begin
  new.authority := greatest(new.authority, old.authority + 1);
  new.authority_changed_at := clock_timestamp();
  return new;
end $$;

create trigger app_user_counts_authority before update on app_user
  for each row when (
    old.role <> new.role or old.disabled <> new.disabled or old.authority <> new.authority
  ) execute function note_a_change_of_authority();

create function tell_of_user() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'user:' || new.id || ':' || new.authority);
  return null;
end $$;

create function tell_of_leaving_user() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'user:' || old.id || ':' || old.authority + 1);
  return null;
end $$;

create trigger app_user_tells_of_change after update on app_user
  for each row execute function tell_of_user();
create trigger app_user_tells_of_leaving after delete on app_user
  for each row execute function tell_of_leaving_user();

create function tell_of_ended_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'session:' || new.id);
  return null;
end $$;

create function tell_of_vanished_session() returns trigger language plpgsql as $$
begin
  insert into vanished_session (id) values (old.id) on conflict do nothing;
  perform pg_notify('beranda', 'session:' || old.id);
  return null;
end $$;

create trigger session_tells_of_end after update on session
  for each row when (old.ended_at is null and new.ended_at is not null) execute function tell_of_ended_session();
create trigger session_tells_of_vanishing after delete on session
  for each row when (old.ended_at is null and old.expires_at > clock_timestamp())
  execute function tell_of_vanished_session();

create function tell_of_signing_key() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'signing_key');
  return null;
end $$;

create trigger signing_key_tells after insert or update or delete on signing_key
  for each row execute function tell_of_signing_key();
