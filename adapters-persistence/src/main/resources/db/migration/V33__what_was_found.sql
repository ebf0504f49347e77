-- What somebody does not want is left out whichever language it is in, what was found is marked whichever language it
-- is in, a text of more words than PostgreSQL keeps is found by those it begins with, and a common word costs no more for
-- being the last one.

create function is_common(question tsquery) returns boolean language plpgsql stable set enable_seqscan = off as $$
declare
  since timestamptz;
begin
  select p.visible_from into since from post p where p.visible_from <= now()
    order by p.visible_from desc offset 999 limit 1;
  return since is not null and 10 = (
    select count(*) from (
      select from post_search s where s.document @@ (question && eras_since(since, now())) and s.visible_from >= since
      limit 10) few);
end $$;

comment on function is_common is 'Whether ten of the thousand newest posts answer a question.';

create or replace function question_of(words text) returns text language plpgsql stable parallel safe as $$
declare
  -- Of each: whether there is a minus before it, what is in quotes, what is not.
  terms text[] := array(select regexp_matches(words, '(-?)(?:"([^"]*)"?|([^\s"!&|()]+))', 'g'));
  half text := case when words ~ '^[[:alnum:] ]*[[:alnum:]]{2}$'
    then lower(unaccent(substring(words from '[[:alnum:]]+$'))) end;
  last integer := coalesce(array_length(terms, 1), 0);
  term text;
  english tsquery;
  indonesian tsquery;
  either tsquery;
  nothing constant tsquery := plainto_tsquery('simple', '');
  wanted tsquery := nothing;
  common tsquery := nothing;
  unwanted tsquery := nothing;
  question tsquery := nothing;
begin
  for n in 1 .. last + 1 loop
    if n > last or n < last and terms[n][1] = '' and lower(terms[n][3]) = 'or'
        and numnode(wanted) + numnode(common) + numnode(unwanted) > 0 then
      question := question || ((case when numnode(wanted) > 0 then wanted else common end) && unwanted);
      wanted := nothing;
      common := nothing;
      unwanted := nothing;
      continue;
    end if;
    term := coalesce(terms[n][2], terms[n][3]);
    english := phraseto_tsquery('beranda_en', term);
    indonesian := phraseto_tsquery('beranda_id', term);
    either := case when english = indonesian then english else english || indonesian end;
    if terms[n][1] = '-' then
      unwanted := unwanted && !!either;
      continue;
    end if;
    if n = last and half ~ '^[[:alnum:]]+$' and not is_common(either) then
      either := either || to_tsquery('simple', half || ':*');
    end if;
    if numnode(english) = 0 or numnode(indonesian) = 0 then
      common := common && either;
    else
      wanted := wanted && either;
    end if;
  end loop;
  return question;
end $$;

comment on function question_of is
  'Words all of which are wanted, each by its stem in either language; "in quotes", next to each other; -behind a minus,'
  ' none, by neither stem; or. The last word may be half typed; one that is common is taken for a whole one, for of all words'
  ' that begin like it every post there is would have to be read. What says nothing in one of the languages ("the") is only'
  ' asked for where nothing else is.';

-- What has the words is put in order as if any of them would do: who has more of them comes first.
create or replace function found_posts(question text, in_head boolean, since timestamptz, latest timestamptz)
  returns table (post_id uuid, visible_from timestamptz, fitness double precision)
  language plpgsql stable rows 300 set enable_seqscan = off as $$
begin
  return query execute
    format(
      'select s.post_id, s.visible_from, ts_rank(s.head, %L::tsquery)::double precision from post_search s'
        ' where s.%I @@ %L::tsquery',
      question::tsquery || question::tsquery,
      case when in_head then 'head' else 'document' end,
      case when since is null then question::tsquery else question::tsquery && eras_since(since, latest) end)
      || case when since is null then '' else ' and s.visible_from >= $1' end
      || case when latest is null then '' else ' and s.visible_from <= $2' end
    using since, latest;
end $$;

create or replace function set_words() returns trigger language plpgsql as $$
declare
  headline text;
  labels text;
  eras tsvector;
  -- Chains of letters without a blank are cut: what the parser takes for them grows with the square of their length.
  words text := regexp_replace(new.prose, '(\S{250})', '\1 ', 'g');
begin
  select p.title, p.visible_from into headline, new.visible_from from post p where p.id = new.post_id;
  select coalesce(string_agg(t.name, ' ' order by pt.place), '') into labels
    from post_tag pt join tag t on t.id = pt.tag_id where pt.post_id = new.post_id;
  eras := eras_of(new.visible_from);
  new.head := setweight(words_of(headline), 'A') || setweight(words_of(labels), 'B') || eras;
  loop
    begin
      new.document := new.head || setweight(words_of(words), 'D');
      return new;
    exception when program_limit_exceeded then
      words := left(words, length(words) / 2);
    end;
  end loop;
end $$;

comment on column post_search.document is
  'The words of all of it. PostgreSQL keeps a megabyte of them; of a text that has more, those of the first half, or'
  ' of half of that.';

-- The place that is shown is parsed once, in English. Which words of it are meant in Indonesian is found out before: a
-- word of that language contains its stem but for the first letter (menyapu, sapu), and so are few.

drop function place_found(text, text, text);

create function stems_of(question text) returns text[] language plpgsql immutable parallel safe as $$
begin
  return array(
    select m[1] from regexp_matches(question, '''([[:alnum:]][[:alnum:]@./_-]*)''', 'g') m
    group by m[1] order by length(m[1]) desc, m[1]);
end $$;

comment on function stems_of is 'What a question is made of, the longest first.';

create function forms_of(question text) returns text[] language plpgsql immutable parallel safe as $$
begin
  return array(
    select '%' || substr(stem, 2) || '%' from unnest(stems_of(question)) stem where stem ~ '^[[:alnum:]]{3,}$');
end $$;

comment on function forms_of is 'What words look like that could be forms of what a question is made of.';

create function place_found(prose text, question text, stems text[], forms text[]) returns text language plpgsql stable
  parallel safe cost 10000 as $$
declare
  beginning text := lower(left(prose, 20000));
  wanted tsquery := question;
  place integer := 0;
  piece text;
  stem text;
  form text;
begin
  foreach stem in array stems loop
    place := strpos(beginning, stem);
    exit when place > 0;
  end loop;
  if place = 0 then
    foreach stem in array stems loop
      place := greatest(strpos(beginning, left(stem, -1)), strpos(beginning, substr(stem, 2)));
      exit when place > 0;
    end loop;
  end if;
  piece := substr(prose, greatest(1, place - 60), 320);
  if place > 0 then
    for form in
      select word from unnest(string_to_array(translate(lower(piece), E'\n\t-', '   '), ' ')) word where word like any (forms)
    loop
      if not tsvector_to_array(to_tsvector('beranda_en', form)) && stems
          and tsvector_to_array(to_tsvector('beranda_id', form)) && stems then
        wanted := wanted || plainto_tsquery('beranda_en', form);
      end if;
    end loop;
  end if;
  return ts_headline('beranda_en', piece, wanted,
    'MaxFragments=1, MinWords=12, MaxWords=30, StartSel="' || chr(2) || '", StopSel="' || chr(3) || '"');
end $$;

comment on function place_found is
  'The place in the text, with control characters around what was found in either language: nothing in a text can be'
  ' taken for them.';
