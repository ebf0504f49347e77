-- Categories: where their old addresses lead, and which posts count for them.

create table category_slug (
  slug text primary key,
  category_id uuid not null references category on delete cascade deferrable initially deferred
);

create index category_slug_of_category on category_slug (category_id);

comment on table category_slug is 'Every address a category has or had. The present one stands with the category.';

create function category_is_called() returns trigger language plpgsql as $$
begin
  insert into category_slug (slug, category_id) values (new.slug, new.id) on conflict do nothing;
  return null;
end $$;

comment on function category_is_called is
  'For whoever writes categories by hand or in bulk; the house has claimed the address by then.';

create trigger category_is_called after insert or update of slug on category
  for each row execute function category_is_called();

insert into category_slug select slug, id from category;

-- A post counts for its category while everybody sees it. That a planned one's moment has come is noticed in a round.

alter table post add column counted_under uuid;

comment on column post.counted_under is 'The category that counts it, as one that everybody sees by now.';

create function count_under_category() returns trigger language plpgsql as $$
begin
  new.counted_under := case
    when new.stage = 'open' and new.trashed_at is null and new.open_from <= clock_timestamp() then new.category_id end;
  return new;
end $$;

comment on function count_under_category is 'Looks at the stage, for visible_from is made of it later than this.';

create trigger post_weighs before insert or update of stage, open_from, trashed_at, category_id on post
  for each row execute function count_under_category();

create trigger post_is_counted after insert or delete on post
  for each row execute function tally_rows('category_posts', 'counted_under');

create trigger post_is_counted_anew after update on post
  for each row when (old.counted_under is distinct from new.counted_under)
  execute function tally_rows('category_posts', 'counted_under');

update post set counted_under = category_id where visible_from <= now() and category_id is not null;

create index post_uncounted on post (visible_from)
  where visible_from is not null and category_id is not null and counted_under is null;
