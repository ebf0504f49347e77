-- The map of the site comes in parts, each of which stays what it is while posts are added.

create table sitemap_part (
  number integer primary key check (number > 0),
  first_id uuid not null unique,
  end_id uuid not null,
  changed_at timestamptz not null,
  constraint sitemap_part_has_room check (first_id < end_id)
);

comment on table sitemap_part is
  'Which posts stand in which part of the map of the site: those with ids from the first up to the end of it.';
comment on column sitemap_part.number is 'By which it is called, for ever. A part that becomes too full is divided: the later half gets the next number there is.';
comment on column sitemap_part.changed_at is 'When something in it last became different; noted in a round.';

insert into sitemap_part values
  (1, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'epoch');
