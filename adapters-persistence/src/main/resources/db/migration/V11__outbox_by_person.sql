-- To find what is on its way about somebody who leaves. Built beside the traffic, outside of a transaction, for the outbox
-- of a big installation is big and everybody writes to it. Nothing else may stand in such a script.

-- It waits for those who are at work, who do not wait for it; giving up soon would leave half an index behind.
set lock_timeout = 0;

-- What an interrupted attempt may have left behind.
drop index concurrently if exists outbox_person;
drop index concurrently if exists outbox_address;

create index concurrently outbox_person on outbox ((payload ->> 'user'));
create index concurrently outbox_address on outbox ((payload ->> 'address')) where payload ->> 'address' is not null;

-- As for every other step.
set lock_timeout = '3s';
