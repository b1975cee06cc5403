/**
 * The whole postgresql.conf of the embedded server. Where it listens is said on the command line instead.
 * The log must carry no personal data: `terse` drops DETAIL lines ("Key (…)=(…) already exists"), and the level `log`
 * drops ERROR lines, whose text can quote a value; callers get both with the SQLSTATE.
 * A file of the write-ahead log is closed after five minutes and removed after the next checkpoint, not kept for its next use: it holds
 * what an order destroyed.
 */
export const serverSettings = `# Written by PARS at every start: changes made here are lost.
cluster_name = 'pars'
max_connections = 200
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 8MB
maintenance_work_mem = 128MB
min_dynamic_shared_memory = 32MB
max_worker_processes = 8
max_parallel_workers = 2
max_locks_per_transaction = 128
random_page_cost = 1.1
jit = off

fsync = on
full_page_writes = on
synchronous_commit = on
wal_level = replica
wal_buffers = 16MB
min_wal_size = 80MB
max_wal_size = 1GB
wal_recycle = off
archive_timeout = 5min
checkpoint_timeout = 5min
checkpoint_completion_target = 0.9
allow_alter_system = off

password_encryption = scram-sha-256
unix_socket_permissions = 0700
client_connection_check_interval = 10s

timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'iso, mdy'
lc_messages = 'C'
lc_monetary = 'C'
lc_numeric = 'C'
lc_time = 'C'
default_text_search_config = 'pg_catalog.english'

log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] %q%u@%d '
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_statement = none
log_duration = off
log_min_duration_statement = -1
log_min_duration_sample = -1
log_transaction_sample_rate = 0
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_checkpoints = on
`

/** The whole pg_hba.conf: a password for everybody, nobody from another machine, no replication. */
export const accessSettings = `# Written by PARS at every start: changes made here are lost.
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
host  all all ::1/128      scram-sha-256
`
