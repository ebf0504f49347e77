-- Whoever changes what everybody may read, by whatever way, tells the nodes, which keep answers in memory. What is
-- told are the words of dev.beranda.domain.freshness.Subject. What is counted rises a moment after what it counts, and
-- is told then.

create function tell_of_post(post uuid) returns void language sql as $$
  select pg_notify('beranda', 'public:posts'), pg_notify('beranda', 'public:post-' || post);
$$;

-- With the moment from which on it will be seen, where that is still to come: nobody does anything then.
create function tell_of_new_post() returns trigger language plpgsql as $$
begin
  perform tell_of_post(new.id);
  if new.visible_from > clock_timestamp() and new.visible_from < 'infinity' then
    perform pg_notify('beranda', 'public:posts@' || ceil(extract(epoch from new.visible_from) * 1000)::bigint);
  end if;
  return null;
end $$;

create function tell_of_old_post() returns trigger language plpgsql as $$
begin
  perform tell_of_post(old.id);
  return null;
end $$;

create trigger post_tells_of_itself after insert on post
  for each row when (new.visible_from is not null) execute function tell_of_new_post();
create trigger post_tells_of_change after update on post
  for each row when (
    (old.visible_from is not null or new.visible_from is not null) and old.* is distinct from new.*
  ) execute function tell_of_new_post();
create trigger post_tells_of_end after delete on post
  for each row when (old.visible_from is not null) execute function tell_of_old_post();

create function tell_of_text() returns trigger language plpgsql as $$
begin
  perform tell_of_post(new.post_id);
  return null;
end $$;

create trigger post_text_tells_of_change after update on post_text
  for each row when (old.* is distinct from new.*) execute function tell_of_text();

create function tell_of_tags() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'public:tags');
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and (old.name, old.slug) <> (new.name, new.slug) then
    perform pg_notify('beranda', 'public:labels');
  end if;
  return null;
end $$;

create trigger tag_tells after insert or delete on tag
  for each row execute function tell_of_tags();
create trigger tag_tells_of_change after update on tag
  for each row when (old.* is distinct from new.*) execute function tell_of_tags();

create function tell_of_categories() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'public:categories');
  if tg_op = 'DELETE' or tg_op = 'UPDATE'
    and (old.name, old.slug, old.parent_id) is distinct from (new.name, new.slug, new.parent_id) then
    perform pg_notify('beranda', 'public:labels');
  end if;
  return null;
end $$;

create trigger category_tells after insert or delete on category
  for each row execute function tell_of_categories();
create trigger category_tells_of_change after update on category
  for each row when (old.* is distinct from new.*) execute function tell_of_categories();

create function tell_of_thread() returns trigger language plpgsql as $$
declare
  said record := coalesce(new, old);
begin
  perform pg_notify('beranda', 'public:threads');
  perform pg_notify('beranda', 'public:thread-' || said.post_id);
  return null;
end $$;

create trigger comment_tells_of_itself after insert on comment
  for each row when (new.shown) execute function tell_of_thread();
create trigger comment_tells_of_change after update on comment
  for each row when ((old.shown or new.shown) and old.* is distinct from new.*) execute function tell_of_thread();
create trigger comment_tells_of_end after delete on comment
  for each row when (old.shown) execute function tell_of_thread();

create function tell_of_following() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'public:person-' || new.user_id);
  return null;
end $$;

create trigger follow_count_tells after insert or update on follow_count
  for each row execute function tell_of_following();
