-- A cover is a medium that is there; without it, the post goes on.

update post set cover_id = null where cover_id is not null and not exists (select from media where id = cover_id);

alter table post add constraint post_cover_is_there foreign key (cover_id) references media on delete set null;
