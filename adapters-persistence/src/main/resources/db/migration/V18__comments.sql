-- Comments: what people say to posts, in threads, and what readers complain about.

create table comment (
  id uuid primary key,
  post_id uuid not null references post on delete cascade,
  path uuid[] not null,
  newest_first uuid not null,
  answered_id uuid references comment,
  author_id uuid references app_user on delete set null,
  markdown text not null,
  html text not null,
  edition integer not null,
  gist bytea,
  state text not null check (state in ('held', 'published', 'rejected', 'spam', 'deleted')),
  concern text,
  shown boolean not null,
  report_count integer not null default 0,
  reported_at timestamptz,
  written_at timestamptz not null,
  worded_at timestamptz not null,
  version bigint not null,
  constraint comment_held_for_a_reason check ((state = 'held') = (concern is not null)),
  constraint comment_deleted_says_nothing check (state <> 'deleted' or markdown = '' and html = '')
) with (fillfactor = 90);

-- A discussion, read in the order of its threads from the first or from the last.
create index comment_thread on comment (post_id, path) where shown;
create index comment_thread_newest on comment (post_id, newest_first, path) where shown;

-- What those who look after the house go through.
create index comment_state on comment (state, id);
create index comment_reported on comment (reported_at, id) where report_count > 0;

create index comment_of_author on comment (author_id, written_at) where author_id is not null;
create index comment_gist on comment (gist, written_at) where gist is not null;
create index comment_answered on comment (answered_id) where answered_id is not null;
create index comment_edition on comment (edition);

comment on table comment is 'What people say to posts. What the house counts by itself raises no version.';
comment on column comment.path is
  'From the first of the thread down to the comment itself: in this order a discussion is read. Ids grow with time.';
comment on column comment.newest_first is
  'The first id of the path with every bit turned round: in this order the newest thread comes first.';
comment on column comment.answered_id is
  'What it answers. It stands below it, or, too deep down, beside it. Nothing for what is said to the post itself.';
comment on column comment.author_id is 'Nothing for somebody who left and wanted to be forgotten.';
comment on column comment.html is 'Made of the Markdown when it was saved; nothing in it can do harm.';
comment on column comment.edition is 'Of the rules by which it was made; under other rules it is made anew.';
comment on column comment.gist is
  'A digest of the text without capitals, punctuation and space, by which the same text is known again; of longer ones.';
comment on column comment.concern is 'Why it is held.';
comment on column comment.shown is 'Whether everybody could ever read it: only then anything can hang below it.';
comment on column comment.report_count is 'How many people complained since somebody last judged it.';

create table comment_report (
  comment_id uuid not null references comment on delete cascade,
  reporter_id uuid not null references app_user on delete cascade,
  reason text not null,
  note text not null,
  settled boolean not null default false,
  reported_at timestamptz not null,
  primary key (comment_id, reporter_id)
);

create index comment_report_of_person on comment_report (reporter_id);

comment on table comment_report is 'What readers complain about: each once.';
comment on column comment_report.settled is 'Whether somebody judged the comment since.';

-- Whoever writes or deletes, by whatever way, is counted.
create function count_comment() returns trigger language plpgsql as $$
declare
  was integer := 0;
  becomes integer := 0;
begin
  if tg_op <> 'INSERT' and old.state = 'published' then
    was := 1;
  end if;
  if tg_op <> 'DELETE' and new.state = 'published' then
    becomes := 1;
  end if;
  if was <> becomes then
    perform tally('post_comments', coalesce(new.post_id, old.post_id), becomes - was);
  end if;
  return null;
end $$;

create trigger comment_is_counted after insert or delete or update of state on comment
  for each row execute function count_comment();
