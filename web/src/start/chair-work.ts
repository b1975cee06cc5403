import type { LinkProps } from '@tanstack/react-router'

/** Where each chair's first thing to do is. A role that is not here begins at the board. */
const first: Record<string, string> = {
  'booking-officer': '/booking',
  detective: '/board?stage=draft',
  'charging-attorney': '/charging',
  'pretrial-officer': '/court',
  'court-clerk': '/court',
  magistrate: '/court',
  defender: '/court',
  'release-desk': '/release',
  'police-representative': '/agreements',
  'prosecutor-representative': '/agreements',
  'court-representative': '/agreements',
  'city-solicitor': '/agreements',
}

export const firstPageOf = (role: string): string => first[role] ?? '/board'

type Path = NonNullable<LinkProps['to']>
/** The same for a link inside the screens, without the query. */
export const firstPathOf = (role: string): Path => firstPageOf(role).split('?')[0] as Path
