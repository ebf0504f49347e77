-- Passkeys, and what devices were asked to sign.

create table passkey (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  backed_up boolean not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz not null
);

create index passkey_of_user on passkey (user_id, added_at);

comment on table passkey is 'Keys that devices hold for people. Only the public half is here.';
comment on column passkey.credential_id is 'What the device calls it, in Base64 for URLs.';
comment on column passkey.public_key is 'With what was attested about it, in Base64 for URLs.';
comment on column passkey.counter is 'How often it was used, as the device counts; 0 where it does not. It only ever grows.';
comment on column passkey.used_at is 'When it last let somebody in, or was added.';

-- A crash may empty it: whoever was asked is asked again.
create unlogged table passkey_challenge (
  nonce text primary key,
  errand text not null check (errand in ('adding', 'coming_in', 'second_factor')),
  bound_to uuid,
  expires_at timestamptz not null,
  constraint passkey_challenge_is_bound check ((bound_to is null) = (errand = 'coming_in'))
);

create index passkey_challenge_expires on passkey_challenge (expires_at);

comment on table passkey_challenge is 'What devices were asked to sign and have not yet. Deleted by the first answer.';
comment on column passkey_challenge.bound_to is
  'The session it was made in, or what stands for the factor that was proven before.';
