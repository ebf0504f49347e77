-- What administrators do, and what they need to find whom they do it to.

create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor uuid not null,
  action text not null,
  subject text not null,
  address text not null,
  request_id text not null,
  before jsonb not null,
  after jsonb not null
);

create index audit_entry_at on audit_entry (at, id);
create index audit_entry_actor on audit_entry (actor, at, id);
create index audit_entry_subject on audit_entry (subject, at, id);

comment on table audit_entry is
  'Who did what to whom, from where, written in the transaction in which they did. Only ever added to: triggers refuse'
  ' everything else, to everybody.';
comment on column audit_entry.actor is 'No reference: the entry stays when the account goes.';
comment on column audit_entry.action is 'A word that never changes and is never used for something else.';
comment on column audit_entry.subject is 'The id of what it was done to.';
comment on column audit_entry.request_id is 'Under which it stands in the logs.';

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function refuse_to_forget();

alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check check (
  end_reason in (
    'logged_out', 'ended_by_owner', 'refresh_token_reused', 'password_changed', 'password_reset', 'email_taken_back',
    'ended_by_administrator'));

create index app_user_registered on app_user (registered_at, id);
