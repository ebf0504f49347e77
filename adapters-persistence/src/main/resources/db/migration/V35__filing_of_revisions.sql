-- A version of a post is also how it was filed then.

alter table post_revision
  add column tag_ids uuid[],
  add column tag_names text[],
  add column category_id uuid,
  add column category_name text,
  add column cover_id uuid,
  add constraint post_revision_tags_have_names check (cardinality(tag_ids) is not distinct from cardinality(tag_names));

comment on column post_revision.tag_ids is
  'Which tags it had, in the author''s order; nothing for versions that were saved before this was kept. They may be gone.';
comment on column post_revision.tag_names is 'What the tags were called, for whoever looks back.';
comment on column post_revision.category_id is 'Where it stood, which may be gone.';
comment on column post_revision.category_name is 'What that was called.';
comment on column post_revision.cover_id is 'What stood above it, which may be gone.';

-- How a post is filed now is how it was filed at last.
update post_revision r
set
  tag_ids = array(select pt.tag_id from post_tag pt where pt.post_id = r.post_id order by pt.place),
  tag_names = array(
    select t.name from post_tag pt join tag t on t.id = pt.tag_id where pt.post_id = r.post_id order by pt.place),
  category_id = p.category_id,
  category_name = (select c.name from category c where c.id = p.category_id),
  cover_id = p.cover_id
from post p
where p.id = r.post_id and r.number = (select max(latest.number) from post_revision latest where latest.post_id = r.post_id);
