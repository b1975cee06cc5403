import { createClient, viewCity } from '@pars/contract'

/** What a rehearsal does when it starts: fill up to the present, live on after a stop, or nothing by itself. */
export type CityLife = 'fills' | 'lives-on' | 'stays'

const lives: Record<CityLife, string> = {
  fills: 'It fills with arrests up to the present now; the start page shows how far it is.',
  'lives-on': 'It goes on from where it was stopped, and makes up for the time between.',
  stays: 'Only what you do happens in it (--no-city).',
}

/** Asked before the city's own process begins, for that sets the clock anew. */
export const findCityLife = async (baseUrl: string, withCity: boolean): Promise<CityLife> => {
  if (!withCity) return 'stays'
  return (await createClient({ baseUrl }).call(viewCity)).clock.meetsPresent ? 'lives-on' : 'fills'
}

export const welcome = (baseUrl: string, home: string, life: CityLife): string => `
PARS is ready: ${baseUrl}
  A made-up city: nobody in it is real. ${lives[life]}
  Sit in one of eight chairs on the start page, or look without signing in. Nobody needs a password.
  For programs: npx pars token booking-officer prints a bearer token; ${baseUrl}/api/openapi.json describes the API.
  Data and keys lie in ${home}. Stop with Ctrl-C; the next start goes on from here.
`
