import { createServer } from 'node:net'
import { SettingsProblem } from './settings.ts'

/** Looks whether a port can be had before minutes of work depend on it. Throws SettingsProblem. */
export const checkPort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EACCES'
          ? `Port ${port} is not allowed for this user: choose one above 1023 with PORT=7300.`
          : `Port ${port} is taken by another program: stop that program, or choose another port with PORT=7300.`
      reject(new SettingsProblem(why))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
