import { insertRecords } from '../terms/records.sql.ts'
import { change, doorOf, type Play, type Playing } from './playing.ts'
import { endsAt, startsAt } from './profiles.ts'
import type { Darkening } from './program.ts'
import { requestOf } from './requests.ts'
import * as on from './stage.sql.ts'
import { say } from './transcript.ts'

const plus = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

const use = async (play: Play, playing: Playing): Promise<void> => {
  await on.forgetQuota(playing.stage.admin, play.door)
  for (const drawn of [0, 0]) {
    const request = JSON.stringify(requestOf({ ...play, isDark: false }, drawn, { cited: {}, nonce: null }))
    await say(doorOf(play, playing), on.askSql(play.door, 'by_name_and_birth_date', 4), [
      'Q',
      'Q',
      '1901-01-01',
      request,
    ])
  }
}

/** From here on the partner may see nothing: done to both alike, and then everything is another in each. */
export const darken = async (play: Play, playing: Playing, why: Darkening): Promise<void> => {
  const { admin } = playing.stage
  const { ours } = play.pair
  const clocks: { [W in Darkening]?: string } = {
    'end-exactly': endsAt,
    'after-the-end': plus(endsAt, 86_400_000),
    'before-the-start': plus(startsAt, -1),
  }
  const clock = clocks[why]
  const stop = on.stops[why]
  if (clock !== undefined) await on.setClock(admin, clock)
  if (stop !== undefined) await on.setStanding(admin, play.door, stop)
  if (why === 'unit-stopped') await on.flipSwitch(admin, 'unit', ours.unit)
  if (why === 'key-stopped') await on.flipSwitch(admin, 'key', 'key-of-ours')
  if (why === 'officer-stopped') await on.flipSwitch(admin, 'officer', ours.officer)
  if (why === 'certificate-ended') await on.endCertificate(admin, ours.officer)
  if (why.endsWith('quota-used')) await use(play, playing)
  await on.clearRecords(admin)
  await insertRecords(admin, playing.side.dark)
  for (const record of playing.side.dark) await change(playing, record, ['docket', 'identity'])
}
