-- Some letters are punctuation once they are plain (the ʻ of ʻohana is an apostrophe then), and not of a word that may be
-- half typed.
create or replace function question_of(words text) returns text language plpgsql stable parallel safe as $$
declare
  question tsquery := websearch_to_tsquery('beranda_en', words) || websearch_to_tsquery('beranda_id', words);
  last text := lower(unaccent(substring(words from '[[:alnum:]]+$')));
begin
  if words ~ '^[[:alnum:] ]*[[:alnum:]]{2}$' and last ~ '^[[:alnum:]]+$' then
    question := question
      || (websearch_to_tsquery('beranda_en', regexp_replace(words, '[[:alnum:]]+$', ''))
        && to_tsquery('simple', last || ':*'));
  end if;
  return question;
end $$;

-- What a picture shows is told beside the posts it stands above.
create function tell_of_alt_text() returns trigger language plpgsql as $$
begin
  perform tell_of_post(p.id) from post p where p.cover_id = new.id and p.visible_from is not null;
  return null;
end $$;

create trigger media_tells_of_alt_text after update of alt on media
  for each row when (old.alt is distinct from new.alt) execute function tell_of_alt_text();
