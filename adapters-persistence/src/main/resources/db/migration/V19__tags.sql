-- Tags: what else they are called, where their old addresses lead, and which posts count for them.

create table tag_name (
  name_key text primary key,
  tag_id uuid not null references tag on delete cascade deferrable initially deferred
);

create index tag_name_of_tag on tag_name (tag_id);

comment on table tag_name is
  'What tags are called, and what those were called that were merged into them: who writes it means that one.';

create table tag_slug (
  slug text primary key,
  tag_id uuid not null references tag on delete cascade deferrable initially deferred
);

create index tag_slug_of_tag on tag_slug (tag_id);

comment on table tag_slug is
  'Every address a tag has or had, or one had that was merged into it. The present one stands with the tag.';

create function tag_is_called() returns trigger language plpgsql as $$
begin
  insert into tag_name (name_key, tag_id) values (new.name_key, new.id) on conflict do nothing;
  insert into tag_slug (slug, tag_id) values (new.slug, new.id) on conflict do nothing;
  return null;
end $$;

comment on function tag_is_called is 'For whoever writes tags by hand or in bulk; the house has claimed both by then.';

create trigger tag_is_called after insert or update of name_key, slug on tag
  for each row execute function tag_is_called();

insert into tag_name select name_key, id from tag;
insert into tag_slug select slug, id from tag;

create index tag_by_name on tag (name_key collate "C", id);
create index tag_by_posts on tag (post_count, id);

-- A post counts for its tags while everybody sees it. That a planned one's moment has come is noticed in a round.

alter table post_tag add column counted boolean not null default false;
update post_tag set counted = true where visible_from <= now();
update tag set post_count = (select count(*) from post_tag where tag_id = tag.id and counted);

create index post_tag_uncounted on post_tag (visible_from) where visible_from is not null and not counted;

comment on column post_tag.counted is 'Whether the tag counts this post, as one that everybody sees by now.';

create function count_if_visible() returns trigger language plpgsql as $$
begin
  new.counted := coalesce(new.visible_from <= clock_timestamp(), false);
  return new;
end $$;

create trigger post_tag_weighs before insert or update of visible_from on post_tag
  for each row execute function count_if_visible();

comment on trigger post_tag_weighs on post_tag is 'Comes by its name after post_tag_sees, whose work it needs.';

create function tally_tags() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.counted then
    perform tally('tag_posts', old.tag_id, -1);
  end if;
  if tg_op <> 'DELETE' and new.counted then
    perform tally('tag_posts', new.tag_id, 1);
  end if;
  return null;
end $$;

create trigger post_tag_is_counted after insert or delete on post_tag
  for each row execute function tally_tags();

create trigger post_tag_is_counted_anew after update on post_tag
  for each row when (old.counted is distinct from new.counted or old.tag_id <> new.tag_id)
  execute function tally_tags();
