import { EmbeddedPostgresError } from '../../src/embedded/embedded-postgres-error.ts'
import { acquireHomeLock } from '../../src/embedded/home-lock.ts'

// Takes the lock of a home at a given instant and says whether it got it; holds it until its input ends.
const [home = '', instant = '0'] = process.argv.slice(2)
while (Date.now() < Number(instant));
try {
  acquireHomeLock(home)
  console.log('held')
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error
  console.log(error.fault)
}
process.stdin.resume()
