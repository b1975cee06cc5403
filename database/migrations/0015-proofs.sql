-- What the public page of the log says of the last audit: looked up at each visit among millions of other entries.
create index entry_of_audits on journal.entry (made_at desc) where kind = 'audit.completed';
