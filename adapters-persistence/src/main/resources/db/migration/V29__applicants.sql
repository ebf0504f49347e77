-- Who wants an account in a house that tells nobody but the reader of an address whether it has one.

create table applicant (
  id uuid primary key,
  email text not null,
  username text not null,
  username_key text not null unique,
  display_name text not null,
  language text not null,
  applied_at timestamptz not null,
  expires_at timestamptz not null,
  invited boolean not null default false,
  guesses integer not null default 0
);

create index applicant_email on applicant (email, id);
create index applicant_expires on applicant (expires_at);

comment on table applicant is
  'Who wants an account and has yet to show that they read the mail of their address. Not held against the accounts there'
  ' are before it is shown: of what follows, nothing differs for an address that has one. Forgotten after a day.';
comment on column applicant.id is 'Of the account to be, and what the ticket in the letter is made of.';
comment on column applicant.username_key is 'As with accounts. While they wait, nobody else can want it.';
comment on column applicant.invited is 'Whether a letter was sent.';
comment on column applicant.guesses is 'At the code in the letter.';

create table pledge (
  applicant_id uuid primary key references applicant on delete cascade,
  hash text not null
);

comment on table pledge is 'The password of an account to be.';

-- Told who reacts to it, and nobody does any more.
delete from outbox where type = 'letter.known_address_used';
