-- A word that is in very many posts is looked for among the newest first, so that looking costs no more the more posts
-- there are.

create function eras_of(seen_from timestamptz) returns tsvector language sql immutable parallel safe as $$
  select case
    when seen_from is null then array_to_tsvector(array['@hidden'])
    else array_to_tsvector(array(
      select '@' || width || '.' || (floor(extract(epoch from seen_from))::bigint >> width)
      from unnest(array[12, 15, 18, 21, 24, 27]) width))
    end
$$;

comment on function eras_of is
  'When a post came out, as words beside those it says: from the hour (2 to the 12 seconds) to the age (2 to the 27). No'
  ' text has such words, for no parser leaves the sign at the beginning. What nobody sees has one of its own.';

create function eras_since(since timestamptz, latest timestamptz) returns tsquery language plpgsql immutable parallel safe as $$
declare
  first bigint := floor(extract(epoch from since));
  last bigint := floor(extract(epoch from latest));
  width integer := 12;
begin
  while width < 27 and (last >> width) - (first >> width) > 7 loop
    width := width + 3;
  end loop;
  return (
    select string_agg(format('''@%s.%s''', width, era), ' | ')
    from generate_series(first >> width, last >> width) era)::tsquery;
end $$;

comment on function eras_since is 'The eras of a time: of it all, and of a little before and behind it, in few words.';

create or replace function set_words() returns trigger language plpgsql as $$
declare
  headline text;
  labels text;
  eras tsvector;
begin
  select p.title, p.visible_from into headline, new.visible_from from post p where p.id = new.post_id;
  select coalesce(string_agg(t.name, ' ' order by pt.place), '') into labels
    from post_tag pt join tag t on t.id = pt.tag_id where pt.post_id = new.post_id;
  eras := eras_of(new.visible_from);
  new.head := setweight(words_of(headline), 'A') || setweight(words_of(labels), 'B') || eras;
  new.document := new.head || setweight(words_of(new.prose), 'D');
  return new;
end $$;

create or replace function let_tags_see() returns trigger language plpgsql as $$
begin
  update post_tag set visible_from = new.visible_from where post_id = new.id;
  update post_search set prose = prose where post_id = new.id;
  return null;
end $$;

-- What every row that is found is put in order by stays in the row.
alter table post_search alter column head set storage main;

drop index post_search_document;
update post_search set head = head || eras_of(visible_from), document = document || eras_of(visible_from);
-- What is not sorted in yet is read through by every search, so it may not become much.
create index post_search_document on post_search using gin (document) with (gin_pending_list_limit = 256);
create index post_search_head on post_search using gin (head) with (gin_pending_list_limit = 256);

-- What somebody looks for, and what is found. A question is handed on as text.

drop function question_of, is_found, place_found;

create function question_of(words text) returns text language plpgsql stable parallel safe as $$
declare
  question tsquery := websearch_to_tsquery('beranda_en', words) || websearch_to_tsquery('beranda_id', words);
begin
  if words ~ '^[[:alnum:] ]*[[:alnum:]]{2}$' then
    question := question
      || (websearch_to_tsquery('beranda_en', regexp_replace(words, '[[:alnum:]]+$', ''))
        && to_tsquery('simple', lower(unaccent(substring(words from '[[:alnum:]]+$'))) || ':*'));
  end if;
  return question;
end $$;

comment on function question_of is
  'Words all of which are wanted; "in quotes", next to each other; -behind a minus, none; or. The last word may be half typed.';

create function found_posts(question text, in_head boolean, since timestamptz, latest timestamptz)
  returns table (post_id uuid, visible_from timestamptz, fitness double precision)
  language plpgsql stable rows 300 set enable_seqscan = off as $$
begin
  return query execute
    format(
      'select s.post_id, s.visible_from, ts_rank(s.head, %L::tsquery)::double precision from post_search s'
        ' where s.%I @@ %L::tsquery',
      question,
      case when in_head then 'head' else 'document' end,
      case when since is null then question::tsquery else question::tsquery && eras_since(since, latest) end)
      || case when since is null then '' else ' and s.visible_from >= $1' end
      || case when latest is null then '' else ' and s.visible_from <= $2' end
    using since, latest;
end $$;

comment on function found_posts is
  'Posts whose head, or whole document, answers a question. The question stands in the statement, so that the planner'
  ' knows how common its words are; and it is never answered without the index, for the planner does not know what'
  ' unpacking a document costs.';
comment on column post_search.head is
  'The words of the title and the tags, by which those that are found are put in order, and the eras.';

create function found_since(question text, in_head boolean, latest timestamptz, most integer)
  returns timestamptz language plpgsql stable set enable_seqscan = off as $$
declare
  posts real := (select reltuples from pg_class where oid = 'post'::regclass);
  since timestamptz;
  many integer;
  oldest timestamptz;
begin
  select p.visible_from into since from post p where p.visible_from <= latest
    order by p.visible_from desc offset 1000 limit 1;
  for look in 1 .. 4 loop
    exit when since is null or since < '1900-01-01';
    execute format(
      'select count(*), min(f.visible_from) from (select s.visible_from from post_search s where s.%I @@ %L::tsquery'
        ' and s.visible_from >= $1 and s.visible_from <= $2 order by s.visible_from desc limit $3) f',
      case when in_head then 'head' else 'document' end,
      question::tsquery && eras_since(since, latest))
      into many, oldest using since, latest, most;
    if many >= most then
      return oldest;
    end if;
    exit when look > 1 and many < 8 or look = 1 and (many + 1) * posts / 1000 < 2000;
    since := latest - (latest - since) * greatest(4, 1.5 * most / greatest(many, 1));
  end loop;
  return null;
end $$;

comment on function found_since is
  'From when on posts have to be looked at to find so many of the newest that answer a question; nothing if all have to be.'
  ' It looks at a thousand of the newest and goes back as far as they let expect, unless they let expect that there are'
  ' few enough.';

create function place_found(prose text, question text, words text) returns text language sql stable parallel safe
  cost 10000 as $$
  select ts_headline(
    'beranda_en',
    substr(prose, greatest(1, strpos(lower(left(prose, 20000)), lower(substring(words from '[[:alnum:]]+'))) - 60), 320),
    question::tsquery,
    'MaxFragments=1, MinWords=12, MaxWords=30, StartSel="' || chr(2) || '", StopSel="' || chr(3) || '"')
$$;

comment on function place_found is
  'The place in the text, with control characters around what was found: nothing in a text can be taken for them.';
