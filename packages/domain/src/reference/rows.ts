import type { EffectiveDated } from './effective-dated.ts'

export interface DistrictRow extends EffectiveDated {
  code: string
  name: string
}

export interface RoomRow extends EffectiveDated {
  room: string
}

export interface StatuteRow extends EffectiveDated {
  statute: string
}

export const alarmClocks = ['custody', 'probable-cause', 'draft'] as const
/** `custody`: hours since arrest; `probable-cause`: of a sight arrest without a finding (Riverside); `draft`: unsent. */
export interface AlarmRow extends EffectiveDated {
  clock: (typeof alarmClocks)[number]
  hours: number
}
