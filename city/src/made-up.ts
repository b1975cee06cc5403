/** What others may make up with: people, papers, places and times of no real city. */
export { createRandom, type Random } from './chance/random.ts'
export { sessionHours } from './figures/conduct.ts'
export { districtsOn } from './figures/districts.ts'
export { inventPerson, type PersonInput, type PersonWish } from './people/invent-person.ts'
export { bookingSites, divisionOf, inventedStreets } from './reference/places.ts'
export { defenders, officers, privateCounsel, prosecutors } from './reference/staff.ts'
export { hours, instantText, minutes, momentAt } from './time/city-time.ts'
