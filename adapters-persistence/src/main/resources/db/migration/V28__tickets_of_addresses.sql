-- Whoever had an address may take it back, however often it was changed since.

alter table ticket add column lane text not null default '';
update ticket set lane = address where purpose = 'undo_email_change';
alter table ticket drop constraint ticket_one_of_a_purpose;
alter table ticket add constraint ticket_one_of_a_lane unique (user_id, purpose, lane);

comment on column ticket.lane is
  'The address where each has a ticket of its own, nothing where a person has one. Of one lane, one ticket stands.';
