-- Posts: what is written, what it was before, and what it is found by.

create table category (
  id uuid primary key,
  parent_id uuid references category,
  slug text not null unique,
  name text not null,
  post_count bigint not null default 0,
  created_at timestamptz not null,
  version bigint not null
);

create index category_parent on category (parent_id);

comment on table category is 'The shelves posts stand on, within one another.';

create table tag (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  name_key text not null unique,
  post_count bigint not null default 0,
  created_at timestamptz not null,
  version bigint not null
);

comment on table tag is 'Words that posts are found by.';
comment on column tag.name_key is 'The name in lower case: what must be unique.';

create table post (
  id uuid primary key,
  author_id uuid references app_user on delete set null,
  slug text not null,
  title text not null,
  excerpt text not null,
  own_excerpt boolean not null,
  reading_minutes integer not null,
  stage text not null check (stage in ('draft', 'open', 'withdrawn')),
  open_from timestamptz,
  announced boolean not null,
  trashed_at timestamptz,
  visible_from timestamptz generated always as (
    case when stage = 'open' and trashed_at is null then open_from end) stored,
  category_id uuid references category on delete set null,
  cover_id uuid,
  comment_count integer not null default 0,
  like_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null,
  constraint post_open_from_some_moment check ((stage = 'draft') = (open_from is null))
) with (fillfactor = 90);

-- The lists everybody reads, each in its order.
create index post_visible on post (visible_from, id) where visible_from is not null;
create index post_visible_of_author on post (author_id, visible_from, id) where visible_from is not null;
create index post_visible_of_category on post (category_id, visible_from, id) where visible_from is not null;
create index post_visible_updated on post (updated_at, id) where visible_from is not null;
create index post_visible_title on post (title collate "C", id) where visible_from is not null;
create index post_visible_comments on post (comment_count, id) where visible_from is not null;
create index post_visible_likes on post (like_count, id) where visible_from is not null;

-- What those who write see of their own and, as editors, of all.
create index post_of_author on post (author_id, updated_at, id);
create index post_hidden on post (updated_at, id) where visible_from is null;
create index post_unannounced on post (visible_from) where visible_from is not null and not announced;
create index post_trashed on post (trashed_at) where trashed_at is not null;
create index post_cover on post (cover_id) where cover_id is not null;

comment on table post is
  'Posts without their text, so that lists read little. What the house counts by itself raises no version.';
comment on column post.author_id is 'Nothing for somebody who left and wanted to be forgotten.';
comment on column post.excerpt is 'What lists show: the author''s own, or the beginning of the text.';
comment on column post.open_from is 'From when on it can be read, or could before it was taken back.';
comment on column post.announced is 'Whether the rest of the house was told that it can be read.';
comment on column post.trashed_at is 'Since when it lies in the trash, at the stage it had.';
comment on column post.visible_from is
  'From when on everybody sees it. Nobody has to do anything when the moment comes; nothing for what nobody may see.';

create table post_slug (
  slug text primary key,
  post_id uuid not null references post on delete cascade deferrable initially deferred
);

create index post_slug_of_post on post_slug (post_id);

comment on table post_slug is
  'Every address a post has or had. Who comes to an old one is sent to the present one, which stands with the post.';

create table post_text (
  post_id uuid primary key references post on delete cascade,
  markdown text not null,
  html text not null,
  outline text[] not null,
  edition integer not null
);

create index post_text_edition on post_text (edition);

comment on table post_text is 'What a post says, as it was written and as it is shown.';
comment on column post_text.html is 'Made of the Markdown when it was saved; nothing in it can do harm.';
comment on column post_text.outline is 'The headings: each its level, its anchor and its text.';
comment on column post_text.edition is 'Of the rules by which it was made; under other rules it is made anew.';

create table post_revision (
  post_id uuid not null references post on delete cascade,
  number integer not null check (number > 0),
  editor_id uuid references app_user on delete set null,
  title text not null,
  excerpt text not null,
  markdown text not null,
  saved_at timestamptz not null,
  primary key (post_id, number)
);

create index post_revision_editor on post_revision (editor_id) where editor_id is not null;

comment on table post_revision is 'What a post said each time it was saved; of very many, the latest.';

create table post_tag (
  post_id uuid not null references post on delete cascade,
  tag_id uuid not null references tag on delete cascade,
  place smallint not null,
  visible_from timestamptz,
  primary key (post_id, tag_id)
);

create index post_tag_visible on post_tag (tag_id, visible_from, post_id);

comment on column post_tag.place is 'In the author''s order.';
comment on column post_tag.visible_from is
  'As with the post, so that a list of one tag finds its latest posts without looking at all of them. Kept by triggers.';

create function see_as_the_post() returns trigger language plpgsql as $$
begin
  new.visible_from := (select p.visible_from from post p where p.id = new.post_id);
  return new;
end $$;

create trigger post_tag_sees before insert on post_tag
  for each row execute function see_as_the_post();

create function let_tags_see() returns trigger language plpgsql as $$
begin
  update post_tag set visible_from = new.visible_from where post_id = new.id;
  return null;
end $$;

create trigger post_lets_tags_see after update on post
  for each row when (old.visible_from is distinct from new.visible_from) execute function let_tags_see();
