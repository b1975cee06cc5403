import { destroyOldKeys } from './backup-keys.ts'

const hour = 3_600_000

/** Destroys the keys of backups in time, while the server runs: at its start, and each hour. */
export const keepBackupKeys = (folder: string, log: (line: string) => void): { stop(): void } => {
  const look = async (): Promise<void> => {
    try {
      for (const { file } of await destroyOldKeys(folder, new Date())) log(`the key of a backup was destroyed: ${file}`)
    } catch (error) {
      log(
        `keys of backups could not be destroyed, see "pars backup keys": ${error instanceof Error ? error.message : ''}`,
      )
    }
  }
  void look()
  const timer = setInterval(look, hour)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
