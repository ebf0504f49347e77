-- Comments that came from another house, by people who have no account here.

alter table comment add column guest text;

alter table comment add constraint comment_guest_has_no_account check (guest is null or author_id is null);

comment on column comment.guest is
  'What somebody without an account signed with in the house it came from: all that is kept of them.';
