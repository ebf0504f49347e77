-- Where what came from other houses came from.

create table import_source (
  source text not null,
  kind text not null check (kind in ('category', 'tag', 'medium', 'post', 'comment')),
  name text not null,
  local_id uuid not null,
  digest text not null,
  seen_version bigint not null,
  primary key (source, kind, name)
);

comment on table import_source is
  'What a thing is called in the house it came from, so that it is known again when it comes again.';
comment on column import_source.local_id is 'Of what it is here, which may be gone since.';
comment on column import_source.digest is 'Of what it was there.';
comment on column import_source.seen_version is 'That it had here when it came: with another one it was edited here.';
