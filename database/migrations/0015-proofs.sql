-- What the public page of the log says of the last audit: looked up at each visit among millions of other entries.
create index entry_of_audits on journal.entry (made_at desc) where kind = 'audit.completed';
-- The few entries on which an audit package rests, among millions of others.
create index entry_of_agreements on journal.entry (kind) where kind in ('journal.created', 'key.registered', 'key.revoked', 'resolution.opened', 'resolution.lapsed', 'ballot.cast', 'agreement.accepted',
    'agreement.rejected', 'agreement.activated', 'agreement.suspended', 'agreement.resumed', 'agreement.ended', 'notice.served');
