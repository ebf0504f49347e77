-- Pictures that posts are written with. Their bytes lie elsewhere: see the port Shelves.

create table media (
  id uuid primary key,
  owner_id uuid references app_user on delete set null,
  was text not null check (was in ('jpeg', 'png', 'gif', 'webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  alt text not null,
  bytes bigint not null check (bytes > 0),
  uploaded_at timestamptz not null,
  version bigint not null default 0
);

create index media_owner on media (owner_id, id desc) include (bytes);

comment on table media is
  'What was brought to write with. Of a person who was forgotten only what is in use stays, as nobody''s.';
comment on column media.was is 'In which format it came; what is kept was made anew.';
comment on column media.bytes is 'Of all its prints together.';

create table media_print (
  media_id uuid not null references media on delete cascade,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  format text not null check (format in ('jpeg', 'png', 'webp')),
  bytes integer not null check (bytes > 0),
  primary key (media_id, width, format)
);

comment on table media_print is 'The sizes and formats in which a medium can be had.';
