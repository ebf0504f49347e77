-- People leave: first for a while in which they may think better of it, then for good.

alter table app_user add column leaves_at timestamptz;

create index app_user_leaves on app_user (leaves_at) where leaves_at is not null;

comment on column app_user.leaves_at is
  'From when on this person is to be forgotten; until then no door opens for them. Nothing for those who stay.';

drop trigger app_user_counts_authority on app_user;
create trigger app_user_counts_authority before update on app_user
  for each row when (
    old.role <> new.role or old.disabled <> new.disabled or old.authority <> new.authority
      or old.leaves_at is distinct from new.leaves_at
  ) execute function note_a_change_of_authority();

alter table ticket drop constraint ticket_purpose_check;
alter table ticket add constraint ticket_purpose_check check (
  purpose in ('confirm_email', 'reset_password', 'log_in', 'change_email', 'undo_email_change', 'keep_account'));

-- A session that ended a moment ago and then goes with its owner must be heard of too.
drop trigger session_tells_of_vanishing on session;
create trigger session_tells_of_vanishing after delete on session
  for each row when (
    old.expires_at > clock_timestamp()
      and (old.ended_at is null or old.ended_at > clock_timestamp() - interval '1 day')
  ) execute function tell_of_vanished_session();

-- The log keeps every act for good. From where somebody acted it may forget, once they are gone; nothing else.
create function forget_only_from_where() returns trigger language plpgsql as $$
begin
  if (new.id, new.at, new.actor, new.action, new.subject, new.before, new.after)
        is not distinct from (old.id, old.at, old.actor, old.action, old.subject, old.before, old.after)
      and new.address = '' and new.request_id = ''
      and not exists (select from app_user where id = old.actor) then
    return new;
  end if;
  raise exception 'the audit log is only ever added to' using errcode = 'insufficient_privilege';
end $$;

drop trigger audit_entry_stays on audit_entry;
create trigger audit_entry_stays before delete or truncate on audit_entry
  for each statement execute function refuse_to_forget();
create trigger audit_entry_stays_as_it_is before update on audit_entry
  for each row execute function forget_only_from_where();

comment on table audit_entry is
  'Who did what to whom, from where, written in the transaction in which they did. Only ever added to: triggers refuse'
  ' everything else, to everybody; but from where it was is taken out when who did it is forgotten.';
