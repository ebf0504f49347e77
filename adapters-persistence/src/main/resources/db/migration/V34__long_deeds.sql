-- What touches thousands of rows is decided at once, in the one row it is about, and carried out bit by bit behind that.

-- A tag that was removed or merged stays until the last of its posts was taken along; until then nobody finds it.
alter table tag
  add column leaving boolean not null default false,
  add column heir_id uuid references tag,
  add column gone boolean generated always as (leaving and heir_id is null) stored,
  add constraint tag_with_heir_leaves check (leaving or heir_id is null),
  drop constraint tag_slug_key,
  drop constraint tag_name_key_key;

create unique index tag_slug_is_its_own on tag (slug) where not leaving;
create unique index tag_name_is_its_own on tag (name_key) where not leaving;
create index tag_heir on tag (heir_id) where heir_id is not null;

comment on column tag.leaving is 'Whether it was removed or merged. Its names and addresses are others'' by then.';
comment on column tag.heir_id is 'Which tag its posts get instead. That one never leaves while it is named here.';
comment on column tag.gone is 'Whether no post is to be shown with it any more; one that has an heir stands for that until then.';

create table tag_aftermath (
  tag_id uuid primary key references tag on delete cascade,
  done_up_to uuid not null default '00000000-0000-0000-0000-000000000000'
);

comment on table tag_aftermath is
  'Tags of which the posts are still to be taken along, because they are called otherwise by now or are leaving.';
comment on column tag_aftermath.done_up_to is 'The last post whose words were set anew. Those that leave forget their posts instead.';

create function take_posts_along() returns trigger language plpgsql as $$
begin
  insert into tag_aftermath (tag_id) values (new.id)
    on conflict (tag_id) do update set done_up_to = default;
  return null;
end $$;

drop trigger tag_lets_posts_be_found on tag;
drop function let_posts_be_found_by_tag;

create trigger tag_takes_posts_along after update of name, leaving on tag
  for each row when (old.name <> new.name or old.leaving <> new.leaving) execute function take_posts_along();

create function tell_of_aftermath() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'public:posts');
  return null;
end $$;

create trigger tag_aftermath_tells after update or delete on tag_aftermath
  for each row execute function tell_of_aftermath();

create or replace function tell_of_tags() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'public:tags');
  if tg_op = 'DELETE' or tg_op = 'UPDATE'
    and (old.name, old.slug, old.leaving, old.heir_id) is distinct from (new.name, new.slug, new.leaving, new.heir_id) then
    perform pg_notify('beranda', 'public:labels');
  end if;
  return null;
end $$;

-- The same with categories, whose name no post is found by.
alter table category
  add column leaving boolean not null default false,
  drop constraint category_slug_key;

create unique index category_slug_is_its_own on category (slug) where not leaving;
create index category_leaving on category (id) where leaving;
create index post_of_category on post (category_id) where category_id is not null;

create or replace function tell_of_categories() returns trigger language plpgsql as $$
begin
  perform pg_notify('beranda', 'public:categories');
  if tg_op = 'DELETE' or tg_op = 'UPDATE'
    and (old.name, old.slug, old.parent_id, old.leaving) is distinct from (new.name, new.slug, new.parent_id, new.leaving) then
    perform pg_notify('beranda', 'public:labels');
  end if;
  return null;
end $$;

comment on column category.leaving is 'Whether it was removed. It stays until no post stands on it; until then nobody finds it.';

-- A post that was deleted for good stays until all that hangs on it is gone; until then nobody finds it.
alter table post add column discarded boolean not null default false;

create index post_discarded on post (id) where discarded;
create index comment_of_post on comment (post_id);

alter table comment
  drop constraint comment_answered_id_fkey,
  add constraint comment_answered_id_fkey foreign key (answered_id) references comment on delete set null;

comment on column post.discarded is 'Whether it was deleted for good. What hangs on it goes bit by bit, and it goes last.';
