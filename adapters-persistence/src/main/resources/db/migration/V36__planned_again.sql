-- What could be read before and is to be read again later: nobody is told before it can.

alter table post add column out_since timestamptz;

comment on column post.out_since is
  'Since when it could be read before it was planned again; nothing for the first time. Of no meaning once it is announced.';

-- Those that were told too early are told again when it is true. Since when they could be read was not kept.
update post set announced = false, out_since = created_at
  where stage = 'open' and announced and open_from > now();
