-- Which pictures posts show, so that of somebody who was forgotten only those stay.

create table post_medium (
  post_id uuid not null references post on delete cascade,
  media_id uuid not null references media on delete cascade,
  primary key (post_id, media_id)
);

create index post_medium_of_medium on post_medium (media_id);

comment on table post_medium is 'Which pictures the text of a post shows. Covers stand with the post. Kept by triggers.';

create function media_in(markdown text) returns setof uuid language sql immutable as $$
  select distinct found[1]::uuid
  from regexp_matches(
    $1, '/api/media/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'gi') as found;
$$;

create function note_media_of_text() returns trigger language plpgsql as $$
begin
  delete from post_medium where post_id = new.post_id;
  insert into post_medium (post_id, media_id)
    select new.post_id, m.id from media m where m.id in (select media_in(new.markdown)) order by m.id;
  return null;
end $$;

create trigger post_text_shows_media after insert on post_text
  for each row when (new.markdown ilike '%/api/media/%') execute function note_media_of_text();
create trigger post_text_shows_other_media after update on post_text
  for each row when (
    old.markdown <> new.markdown
    and (old.markdown ilike '%/api/media/%' or new.markdown ilike '%/api/media/%')
  ) execute function note_media_of_text();

insert into post_medium (post_id, media_id)
  select t.post_id, m.id
  from post_text t cross join lateral media_in(t.markdown) as shown join media m on m.id = shown
  where t.markdown ilike '%/api/media/%';
