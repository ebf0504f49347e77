-- Who somebody here is at providers outside, and those who are just coming from there.

create table identity (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  provider text not null,
  subject text not null,
  label text not null,
  linked_at timestamptz not null,
  constraint identity_one_owner unique (provider, subject)
);

create index identity_of_user on identity (user_id);

comment on table identity is 'The doors by which people come in whom a provider vouches for.';
comment on column identity.subject is 'What the provider calls the person for good. Another provider''s may be the same.';
comment on column identity.label is 'What the provider calls the account for its owner to know it by; proves nothing.';

create table voucher (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  provider text not null,
  browser text not null,
  challenge text not null,
  expires_at timestamptz not null
);

create index voucher_of_user on voucher (user_id);
create index voucher_expires on voucher (expires_at);

comment on table voucher is
  'Who was vouched for and may come in, once, within a minute. The code for it is made from the id by who has the'
  ' installation''s secret: neither it nor a hash of it is stored.';
comment on column voucher.browser is 'A digest of what the browser that came back shows.';
comment on column voucher.challenge is 'That whoever sent the browser out has to meet; empty where they asked for none.';

create table finished_errand (
  id uuid primary key,
  expires_at timestamptz not null
);

create index finished_errand_expires on finished_errand (expires_at);

comment on table finished_errand is
  'Ways to a provider and back that came back, kept as long as they could come back again. Those on their way are kept'
  ' nowhere: they travel sealed.';
