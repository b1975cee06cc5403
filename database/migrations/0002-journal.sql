-- What an entry may say, and which door may say it. Rows come from walls/, which are re-applied when changed.
create table journal.kind (
  kind text not null constraint kind_pk primary key,
  class text not null,
  -- The slots that each leaf of this kind commits, in order: the format's own list, one for all kinds of a record.
  slots text[] not null,
  -- What a leaf of conduct says in clear: name and type of each field.
  fields jsonb,
  constraint kind_fields check ((class = 'conduct') = (fields is not null)),
  constraint kind_shape check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  -- 'conduct' of an agency is published in clear; of a 'record' everything is committed, its kind too.
  constraint kind_class check (class in ('record', 'conduct'))
);
create table journal.door (
  door name not null constraint door_pk primary key,
  party text not null,
  constraint door_party check (party in ('police', 'prosecutor', 'court', 'defense', 'system'))
);
create table journal.kind_door (
  kind text not null constraint kind_door_kind_fk references journal.kind,
  door name not null constraint kind_door_door_fk references journal.door,
  constraint kind_door_pk primary key (kind, door)
);
-- Insert-only. An entry is written in the transaction of its act and has no number yet.
create table journal.entry (
  entry_id uuid not null constraint entry_pk primary key,
  kind text not null constraint entry_kind_fk references journal.kind,
  class text not null,
  party text not null,
  door name not null,
  made_at timestamptz not null,
  xid xid8 not null,
  nonce bytea not null,
  clear jsonb,
  constraint entry_class check (class in ('record', 'conduct')),
  constraint entry_clear check ((class = 'conduct') = (clear is not null)),
  constraint entry_party check (party in ('police', 'prosecutor', 'court', 'defense', 'system')),
  constraint entry_nonce_length check (octet_length(nonce) = 32)
);
-- Insert-only. The sequencer gives each committed entry its place: from 1, without gaps; the leaf index of the tree is one less.
create table journal.place (
  number bigint not null constraint place_pk primary key,
  entry_id uuid not null constraint place_entry unique constraint place_entry_fk references journal.entry,
  batch_at timestamptz not null,
  leaf bytea not null,
  leaf_hash bytea not null,
  constraint place_number_range check (number >= 1),
  constraint place_leaf_length check (octet_length(leaf) between 1 and 65535),
  constraint place_leaf_hash_length check (octet_length(leaf_hash) = 32)
);

-- Erasable, slot by slot. What the leaf commits to, in the order of the kind's slots: the exact text that was committed, null where
-- the slot was absent, and its salt. One row, because it is written at every act.
create table journal.content (
  entry_id uuid not null constraint content_pk primary key constraint content_entry_fk references journal.entry,
  names text[] not null,
  salts bytea[] not null,
  texts text[] not null,
  constraint content_length check (cardinality(salts) = cardinality(names) and cardinality(texts) = cardinality(names))
);
-- Erasable. Whose arrest an entry is about and who made it, which neither the entry nor its leaf says.
create table journal.arrest_entry (
  entry_id uuid not null constraint arrest_entry_pk primary key constraint arrest_entry_entry_fk references journal.entry,
  arrest_id uuid not null,
  account_id uuid
);
create index arrest_entry_by_arrest on journal.arrest_entry (arrest_id);

-- Work tables. The ticket is taken at commit: an act that saw another one committed has the later ticket.
create sequence journal.ticket as bigint cache 1;
create table journal.waiting (
  ticket bigint not null constraint waiting_pk primary key,
  entry_id uuid not null constraint waiting_entry unique constraint waiting_entry_fk references journal.entry
);
create table journal.head (
  is_the_one boolean not null default true constraint head_pk primary key,
  size bigint not null,
  root bytea not null,
  -- Roots of the full subtrees of the tree, largest first, 32 bytes each.
  frontier bytea not null,
  -- The highest made_at of a numbered entry: pars.instant() is never earlier.
  latest_at timestamptz not null,
  batch_at timestamptz not null,
  constraint head_is_one check (is_the_one),
  constraint head_size_range check (size >= 0),
  constraint head_root_length check (octet_length(root) = 32),
  constraint head_frontier_length check (octet_length(frontier) % 32 = 0)
);
-- The root of the empty tree is the hash of nothing.
insert into journal.head (size, root, frontier, latest_at, batch_at)
  values (0, sha256(''::bytea), ''::bytea, to_timestamp(0), to_timestamp(0));
create table journal.tile (
  level integer not null,
  index bigint not null,
  width integer not null,
  bytes bytea not null,
  constraint tile_pk primary key (level, index),
  constraint tile_width check (width between 1 and 256 and octet_length(bytes) = width * 32),
  constraint tile_range check (level between 0 and 63 and index >= 0)
);
create table journal.checkpoint (
  size bigint not null constraint checkpoint_pk primary key,
  note text not null,
  made_at timestamptz not null
);
