-- Counting what comes and goes, without anybody waiting for the row that is counted on; and likes, the first to be counted.

create table tally_change (
  counter text not null,
  id bigint generated always as identity,
  subject uuid not null,
  delta integer not null,
  primary key (counter, id)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

comment on table tally_change is
  'What came or went and is not in the counters yet: written with it, in its transaction, and added up a moment later.';
comment on column tally_change.counter is 'What is counted: a word that the folding knows.';
comment on column tally_change.subject is 'Whose counter it is. It may be gone by the time it is added up.';

create function tally(counter text, subject uuid, delta integer) returns void language sql as $$
  insert into tally_change (counter, subject, delta) values ($1, $2, $3);
$$;

comment on function tally is 'Notes a change of a counter, for triggers that have to judge what counts.';

create function tally_rows() returns trigger language plpgsql as $$
declare
  was uuid;
  becomes uuid;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old) ->> tg_argv[1];
  end if;
  if tg_op <> 'DELETE' then
    becomes := to_jsonb(new) ->> tg_argv[1];
  end if;
  if was is not null and was is distinct from becomes then
    perform tally(tg_argv[0], was, -1);
  end if;
  if becomes is not null and becomes is distinct from was then
    perform tally(tg_argv[0], becomes, 1);
  end if;
  return null;
end $$;

comment on function tally_rows is
  'For tables of which each row counts: the counter''s word, and the column that says whose counter. Whoever writes or deletes, by whatever way, is counted.';

create table post_like (
  post_id uuid not null references post on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  liked_at timestamptz not null,
  primary key (post_id, user_id)
);

create index post_like_of_user on post_like (user_id, liked_at);

create trigger post_like_is_counted after insert or update or delete on post_like
  for each row execute function tally_rows('post_likes', 'post_id');

comment on table post_like is 'Who likes which posts: once, or not at all.';
