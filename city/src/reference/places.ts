const always = { validFrom: '2000-01-01', validTo: null }

/** Loaded only into a database that has no districts yet. The 6th became part of the 9th on May 1, 2024. */
export const cityDistricts = [
  ['01', 'South'],
  ['02', 'Northeast'],
  ['03', 'South'],
  ['05', 'Northwest'],
  ['07', 'Northeast'],
  ['08', 'Northeast'],
  ['09', 'Central'],
  ['12', 'Southwest'],
  ['14', 'Northwest'],
  ['15', 'Northeast'],
  ['16', 'Southwest'],
  ['17', 'South'],
  ['18', 'Southwest'],
  ['19', 'Southwest'],
  ['22', 'Central'],
  ['24', 'East'],
  ['25', 'East'],
  ['26', 'East'],
  ['35', 'Northwest'],
  ['39', 'Northwest'],
  ['77', null],
].map(([code, division]) => ({
  code: code ?? '',
  name: code === '77' ? 'Airport' : `${Number(code)}${['th', 'st', 'nd', 'rd'][Number(code) % 20] ?? 'th'} District`,
  division: division ?? null,
  ...always,
}))
/** The 6th, for arrests before it was merged. */
export const sixthDistrict = {
  code: '06',
  name: '6th District',
  division: 'Central',
  validFrom: '2000-01-01',
  validTo: '2024-05-01',
}

/** Loaded only into a database that has no rooms yet. B-08 is the arraignment court in the Stout Center's basement. */
export const cityRooms = [
  { room: 'B-08', court: 'arraignment' as const, ...always },
  ...['306', '403', '404', '503', '504', '603', '703', '803', '903', '1003'].map(room => ({
    room,
    court: 'municipal' as const,
    ...always,
  })),
]

/** Where police hold and photograph people, by division. */
export const bookingSites: Readonly<Record<string, string>> = {
  Central: 'Police Detention Unit',
  East: 'Divisional Booking Center East',
  Northeast: 'Divisional Booking Center Northeast',
  Northwest: 'Divisional Booking Center Northwest',
  South: 'Divisional Booking Center South',
  Southwest: 'Divisional Booking Center Southwest',
}

export const divisionOf = (district: string): string =>
  cityDistricts.find(({ code }) => code === district)?.division ?? 'Central'

/** Streets of no city. */
export const inventedStreets = [
  'Alderwick',
  'Barrowmere',
  'Candlewright',
  'Dunmarrow',
  'Elverstone',
  'Fennimore',
  'Gildersleeve',
  'Harrowgate-Made-Up',
  'Inkwell',
  'Juniper Hollow',
  'Kestrelton',
  'Lanternlight',
  'Mossgrove',
  'Nettlefield',
  'Orrery',
  'Pennywhistle',
  'Quillfeather',
  'Rookery',
  'Saltmarsh',
  'Thimblewood',
  'Umberfield',
  'Vellumgate',
  'Wickerlane',
  'Yarrowdale',
] as const
