-- One schema per zone of trust. Everything is owned by pars_owner, who cannot log in.
alter default privileges revoke execute on functions from public;

create schema pars;       -- the clock, what this database is, and the record of migrations
create schema journal;    -- the one ordered log, and beside it what may be erased
create schema common;     -- reference data, sign-ins, answers kept for retries: small and listed
create schema staff;      -- who sits in which seat
create schema police;
create schema prosecutor;
create schema court;
create schema defense;
create schema narrative;  -- free text: names victims, never granted to a partner
create schema victim;     -- victims and witnesses: readable by no partner's role, ever
create schema secret;     -- SSN, encrypted with a key that the database does not hold

create table pars.migration (
  name text not null constraint migration_pk primary key,
  hash text not null,
  applied_at timestamptz not null
);
create table pars.wall (
  name text not null constraint wall_pk primary key,
  hash text not null,
  applied_at timestamptz not null
);
-- What this database is, said once: in this row, in the first entry and in the log's origin.
create table pars.creation (
  is_the_one boolean not null default true constraint creation_pk primary key,
  creation_id uuid not null,
  city text not null,
  rehearsal boolean not null,
  origin text not null,
  created_at timestamptz not null,
  constraint creation_is_one check (is_the_one),
  constraint creation_origin_shape check (origin ~ '^[a-z0-9][a-z0-9./-]{2,200}$')
);
-- A rehearsal's clock: simulated time runs from base_sim at base_wall, rate times as fast, and stops at the horizon.
create table pars.clock (
  is_the_one boolean not null default true constraint clock_pk primary key,
  base_sim timestamptz not null,
  base_wall timestamptz not null,
  rate double precision not null,
  horizon timestamptz,
  constraint clock_is_one check (is_the_one),
  constraint clock_rate check (rate > 0 and rate <= 100000)
);
