-- What was answered to those who may ask again.

create table kept_answer (
  name text primary key,
  content text not null,
  user_id uuid references app_user on delete cascade,
  claim uuid not null,
  claimed_until timestamptz not null,
  status int,
  head text[],
  body bytea,
  expires_at timestamptz not null,
  constraint kept_answer_is_whole check ((status is null) = (head is null) and (status is null) = (body is null))
);

create index kept_answer_expires on kept_answer (expires_at);
create index kept_answer_of_user on kept_answer (user_id) where user_id is not null;

comment on table kept_answer is
  'Written in the transaction of what it tells about. Without a status somebody is at it, or was and broke down.';
comment on column kept_answer.name is 'A MAC over who asks, by what name and where: neither is kept in clear.';
comment on column kept_answer.head is 'Names and values in turn.';
comment on column kept_answer.content is 'A MAC over what is asked for, which may be a password.';
comment on column kept_answer.claim is 'Whose turn it is; who finds another one here has lost it.';
