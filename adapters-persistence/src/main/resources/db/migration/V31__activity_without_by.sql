-- Who did it is told to nobody who reads the log, so it is not kept there.

update activity set facts = facts - 'by' where facts ? 'by';
