-- Posts are found by their words: in English and in Indonesian, with and without accents, half typed or mistyped.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration beranda_en (copy = english);
alter text search configuration beranda_en
  alter mapping for hword, hword_part, word with unaccent, english_stem;

create text search configuration beranda_id (copy = indonesian);
alter text search configuration beranda_id
  alter mapping for hword, hword_part, word with unaccent, indonesian_stem;

create function words_of(writing text) returns tsvector language sql stable parallel safe as $$
  select to_tsvector('beranda_en', writing) || to_tsvector('beranda_id', writing)
$$;

comment on function words_of is
  'Nobody says in which language they write, so a text has the stems of both; what is the same in both is there once.';

create table post_search (
  post_id uuid primary key references post on delete cascade,
  visible_from timestamptz,
  head tsvector not null,
  document tsvector not null,
  prose text not null
) with (toast_tuple_target = 256);

create index post_search_document on post_search using gin (document);
create index post_title_like on post using gin (title gin_trgm_ops);

comment on table post_search is 'What posts are found by. Its rows are short, for long ones would make long lists slow.';
comment on column post_search.head is 'The words of the title and the tags, by which those that are found are put in order.';
comment on column post_search.prose is 'The text without its marks, to show the place that was found.';

create function set_words() returns trigger language plpgsql as $$
declare
  headline text;
  labels text;
begin
  select p.title, p.visible_from into headline, new.visible_from from post p where p.id = new.post_id;
  select coalesce(string_agg(t.name, ' '), '') into labels
    from post_tag pt join tag t on t.id = pt.tag_id where pt.post_id = new.post_id;
  new.head := setweight(words_of(headline), 'A') || setweight(words_of(labels), 'B');
  new.document := new.head || setweight(words_of(new.prose), 'D');
  return new;
end $$;

create trigger post_search_sets_words before insert or update of prose on post_search
  for each row execute function set_words();

create or replace function let_tags_see() returns trigger language plpgsql as $$
begin
  update post_tag set visible_from = new.visible_from where post_id = new.id;
  update post_search set visible_from = new.visible_from where post_id = new.id;
  return null;
end $$;

create function let_posts_be_found_by_tag() returns trigger language plpgsql as $$
begin
  update post_search set prose = prose where post_id in (select pt.post_id from post_tag pt where pt.tag_id = new.id);
  return null;
end $$;

create trigger tag_lets_posts_be_found after update of name on tag
  for each row when (old.name <> new.name) execute function let_posts_be_found_by_tag();

insert into post_search (post_id, prose) select post_id, markdown from post_text;

create function question_of(words text) returns tsquery language sql stable parallel safe as $$
  select websearch_to_tsquery('beranda_en', words)
      || websearch_to_tsquery('beranda_id', words)
      || case when words ~ '^[[:alnum:] ]*[[:alnum:]]{2}$'
           then websearch_to_tsquery('beranda_en', regexp_replace(words, '[[:alnum:]]+$', ''))
             && to_tsquery('simple', lower(unaccent(substring(words from '[[:alnum:]]+$'))) || ':*')
           else ''::tsquery end
$$;

comment on function question_of is
  'Words all of which are wanted; "in quotes", next to each other; -behind a minus, none; or. The last word may be half typed.';

create function is_found(document tsvector, question tsquery) returns boolean
  language sql immutable parallel safe as $$ select document @@ question $$;

create function resembles(title text, words text) returns boolean
  language sql stable parallel safe as $$ select words <% title $$;

create function place_found(prose text, question tsquery, words text) returns text language sql stable parallel safe
  cost 10000 as $$
  select ts_headline(
    'beranda_en',
    substr(prose, greatest(1, strpos(lower(left(prose, 20000)), lower(substring(words from '[[:alnum:]]+'))) - 120), 700),
    question,
    'MaxFragments=1, MinWords=12, MaxWords=30, StartSel="' || chr(2) || '", StopSel="' || chr(3) || '"')
$$;

comment on function place_found is
  'The place in the text, with control characters around what was found: nothing in a text can be taken for them.';
