-- What people keep for later, and whom they follow.

create table post_bookmark (
  user_id uuid not null references app_user on delete cascade,
  post_id uuid not null references post on delete cascade,
  kept_at timestamptz not null,
  primary key (user_id, post_id)
);

create index post_bookmark_latest on post_bookmark (user_id, kept_at, post_id);
create index post_bookmark_of_post on post_bookmark (post_id);

comment on table post_bookmark is 'Who keeps which posts for later. Nobody else''s business.';

create table follow (
  follower_id uuid not null references app_user on delete cascade,
  followed_id uuid not null references app_user on delete cascade,
  followed_at timestamptz not null,
  primary key (follower_id, followed_id),
  constraint follow_of_another check (follower_id <> followed_id)
);

create index follow_latest on follow (follower_id, followed_at, followed_id);
create index follow_of_person on follow (followed_id);

comment on table follow is 'Who follows what whom writes.';

create table follow_count (
  user_id uuid primary key references app_user on delete cascade,
  followers bigint not null default 0,
  following bigint not null default 0
) with (fillfactor = 80);

comment on table follow_count is 'How many follow somebody, and how many they follow; a row for whom there was ever any.';

create function open_follow_counts() returns trigger language plpgsql as $$
begin
  insert into follow_count (user_id)
    values (least(new.follower_id, new.followed_id)), (greatest(new.follower_id, new.followed_id))
    on conflict do nothing;
  return null;
end $$;

comment on function open_follow_counts is 'In one order, so that two who follow each other wait for each other and not in a ring.';

create trigger follow_has_counts after insert on follow
  for each row execute function open_follow_counts();
create trigger follow_is_counted_for_followed after insert or update or delete on follow
  for each row execute function tally_rows('followers', 'followed_id');
create trigger follow_is_counted_for_follower after insert or update or delete on follow
  for each row execute function tally_rows('following', 'follower_id');
