-- Letters: the language they are written in, the tickets they carry, and how events get to whoever reacts to them.

alter table app_user add column language text not null default 'en' check (language in ('en', 'id'));

alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check check (
  end_reason in (
    'logged_out', 'ended_by_owner', 'refresh_token_reused', 'password_changed', 'password_reset', 'email_taken_back'));

create table ticket (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  purpose text not null check (
    purpose in ('confirm_email', 'reset_password', 'log_in', 'change_email', 'undo_email_change')),
  address text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  guesses integer not null default 0,
  used_at timestamptz,
  constraint ticket_one_of_a_purpose unique (user_id, purpose)
);

create index ticket_address on ticket (address, purpose);
create index ticket_expires on ticket (expires_at);

comment on table ticket is
  'What was sent to an address to admit its reader to one act. No token and no code is stored, nor a hash of one: both'
  ' are made from the id by who has the installation''s secret. A used one stays until it would have expired, so that it'
  ' is not issued again.';
comment on column ticket.id is 'Of the event that asked for it. A newer id takes the place of an older one.';
comment on column ticket.guesses is 'At the code that goes with it.';

create table delivery (
  event_id uuid not null references outbox on delete cascade,
  recipient text not null,
  stream text not null,
  position bigint not null,
  due_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  parked_at timestamptz,
  failure text,
  primary key (event_id, recipient)
);

create index delivery_due on delivery (due_at) where parked_at is null;
create index delivery_stream on delivery (recipient, stream, position) where parked_at is null;

comment on table delivery is
  'Events that somebody still has to react to, one row for each of them, written with the event and deleted when done.';
comment on column delivery.stream is 'Within it, order is kept: whom the event is about.';
comment on column delivery.due_at is
  'When to try. Whoever tries moves it on first: if they are not heard of again, somebody else has a go.';
comment on column delivery.parked_at is 'When it was given up; whoever looks after the house has to look at it.';
comment on column delivery.failure is 'The kind of the last failure, without its words.';

create function tell_of_delivery() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'delivery');
  return null;
end $$;

create trigger delivery_tells after insert on delivery
  for each statement execute function tell_of_delivery();
