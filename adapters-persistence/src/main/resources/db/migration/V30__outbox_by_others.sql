-- To find, when somebody leaves, what others did with them and what they did to others. As V11, and like there nothing else
-- may stand here.

set lock_timeout = 0;

drop index concurrently if exists outbox_followed;
drop index concurrently if exists outbox_by;

create index concurrently outbox_followed on outbox ((payload ->> 'person')) where payload ->> 'person' is not null;
create index concurrently outbox_by on outbox ((payload ->> 'by')) where payload ->> 'by' is not null;

set lock_timeout = '3s';
