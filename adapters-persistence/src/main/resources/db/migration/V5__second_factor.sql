-- The second factor: the app on somebody's phone, the codes on paper, and who is on the way in.

create table authenticator (
  user_id uuid primary key references app_user on delete cascade,
  secret bytea not null,
  confirmed boolean not null,
  since timestamptz not null,
  last_step bigint not null default 0
);

comment on table authenticator is
  'Apps that show one-time passwords. Whoever has a confirmed one does not come in without it.';
comment on column authenticator.secret is 'Encrypted with the secret of this installation, bound to its owner.';
comment on column authenticator.since is 'When it was confirmed, or begun while it is not.';
comment on column authenticator.last_step is
  'Half minutes since 1970: of the last code that was used. Neither that one nor an earlier one is good again.';

create table recovery_code (
  user_id uuid not null references app_user on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (user_id, digest)
);

comment on table recovery_code is 'Codes that people keep on paper, each good once in place of the app''s.';
comment on column recovery_code.digest is 'Under a key that is not in this database.';

create table login_challenge (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  expires_at timestamptz not null,
  guesses integer not null default 0
);

create index login_challenge_of_user on login_challenge (user_id);
create index login_challenge_expires on login_challenge (expires_at);

comment on table login_challenge is
  'Who has proven one factor and owes another. Deleted when they have, or when their sessions are ended.';

alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check check (
  end_reason in (
    'logged_out', 'ended_by_owner', 'refresh_token_reused', 'password_changed', 'password_reset', 'email_taken_back',
    'ended_by_administrator', 'second_factor_changed'));
