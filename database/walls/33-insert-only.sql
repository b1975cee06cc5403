-- Nobody changes the journal, the owner included. "Always": a replication role does not get past these triggers either.
create or replace function journal.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '%.% is insert-only', tg_table_schema, tg_table_name using errcode = 'PA020';
end
$$;
create or replace trigger refuse_change before update or delete or truncate on journal.entry
  for each statement execute function journal.refuse_change();
alter table journal.entry enable always trigger refuse_change;
create or replace trigger refuse_change before update or delete or truncate on journal.place
  for each statement execute function journal.refuse_change();
alter table journal.place enable always trigger refuse_change;
create or replace trigger refuse_change before update or delete or truncate on journal.checkpoint
  for each statement execute function journal.refuse_change();
alter table journal.checkpoint enable always trigger refuse_change;
create or replace trigger refuse_change before insert or delete or truncate on journal.head
  for each statement execute function journal.refuse_change();
alter table journal.head enable always trigger refuse_change;
create or replace trigger refuse_change before update or delete or truncate on pars.creation
  for each statement execute function journal.refuse_change();
alter table pars.creation enable always trigger refuse_change;

-- Numbers run from 1 without gaps: a batch begins right after a number that is there.
create or replace function journal.refuse_gap() returns trigger
language plpgsql as $$
declare
  lowest bigint;
  highest bigint;
  how_many bigint;
begin
  select min(b.number), max(b.number), count(*) into lowest, highest, how_many from batch b;
  if how_many > 0 and (highest - lowest + 1 <> how_many
    or (lowest > 1 and not exists (select from journal.place p where p.number = lowest - 1))) then
    raise exception 'places must follow one another without a gap' using errcode = 'PA021';
  end if;
  return null;
end
$$;
create or replace trigger refuse_gap after insert on journal.place referencing new table as batch
  for each statement execute function journal.refuse_gap();
alter table journal.place enable always trigger refuse_gap;

-- The tree only grows, and the time that pars.instant() stands on only rises.
create or replace function journal.refuse_shrinking() returns trigger
language plpgsql as $$
begin
  if new.size < old.size or new.latest_at < old.latest_at or (new.size = old.size and new.root <> old.root) then
    raise exception 'the head of the journal only moves forward' using errcode = 'PA022';
  end if;
  return new;
end
$$;
create or replace trigger refuse_shrinking before update on journal.head
  for each row execute function journal.refuse_shrinking();
alter table journal.head enable always trigger refuse_shrinking;

-- A tile is hashes one after the other: more of them may come, those that are there stay.
create or replace function journal.refuse_rewriting() returns trigger
language plpgsql as $$
begin
  if new.width < old.width or substr(new.bytes, 1, octet_length(old.bytes)) <> old.bytes then
    raise exception 'a tile of the journal only grows' using errcode = 'PA022';
  end if;
  return new;
end
$$;
create or replace trigger refuse_rewriting before update on journal.tile
  for each row execute function journal.refuse_rewriting();
alter table journal.tile enable always trigger refuse_rewriting;

-- What was committed leaves the queue with its place and not otherwise.
create or replace function journal.refuse_loss() returns trigger
language plpgsql as $$
begin
  if exists (select from gone g where not exists (select from journal.place p where p.entry_id = g.entry_id)) then
    raise exception 'an entry leaves the queue only with its place' using errcode = 'PA023';
  end if;
  return null;
end
$$;
create or replace trigger refuse_loss after delete on journal.waiting referencing old table as gone
  for each statement execute function journal.refuse_loss();
alter table journal.waiting enable always trigger refuse_loss;
create or replace trigger refuse_change before update or truncate on journal.waiting
  for each statement execute function journal.refuse_change();
alter table journal.waiting enable always trigger refuse_change;

-- At commit, so that tickets follow the order in which acts could see one another. A door that makes its constraints
-- immediate only queues its own entry earlier; nothing is lost, for the sequencer takes what waits, not what is next.
create or replace function journal.take_ticket() returns trigger
language plpgsql security definer as $$
begin
  insert into journal.waiting (ticket, entry_id) values (nextval('journal.ticket'), new.entry_id);
  return null;
end
$$;
do $$
begin
  if not exists (select from pg_catalog.pg_trigger t where t.tgrelid = 'journal.entry'::regclass and t.tgname = 'take_ticket') then
    create constraint trigger take_ticket after insert on journal.entry deferrable initially deferred
      for each row execute function journal.take_ticket();
  end if;
end
$$;
