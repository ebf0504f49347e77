-- What people choose for themselves, and the pictures they show.

alter table app_user
  add column sign_in_alerts boolean not null default true,
  add column avatar text not null default '';

comment on column app_user.sign_in_alerts is 'Whether they are written to when somebody comes in who may not be them.';
comment on column app_user.avatar is 'The name of the picture they show; another for every picture.';

create table avatar_picture (
  avatar text not null,
  width integer not null check (width > 0),
  user_id uuid not null references app_user on delete cascade,
  format text not null check (format in ('jpeg', 'png')),
  content bytea not null,
  primary key (avatar, width)
);

create index avatar_picture_user on avatar_picture (user_id);

comment on table avatar_picture is
  'Pictures made by ourselves out of what somebody sent, each in several widths. Only those of the avatar that somebody'
  ' shows now.';

alter table avatar_picture alter column content set storage external;
