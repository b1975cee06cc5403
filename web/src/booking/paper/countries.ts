/** Countries and areas by the three-letter codes of GENC (Geopolitical Entities, Names, and Codes, edition 3, update 12; United States government). */
const list = `
AFG Afghanistan; XQZ Akrotiri; ALB Albania; DZA Algeria; ASM American Samoa; AND Andorra; AGO Angola; AIA Anguilla;
ATA Antarctica; ATG Antigua and Barbuda; ARG Argentina; ARM Armenia; ABW Aruba; XAC Ashmore and Cartier Islands; AUS
Australia; AUT Austria; AZE Azerbaijan; BHS Bahamas, The; BHR Bahrain; XBK Baker Island; BGD Bangladesh; BRB
Barbados; XBI Bassas da India; BLR Belarus; BEL Belgium; BLZ Belize; BEN Benin; BMU Bermuda; BTN Bhutan; BOL
Bolivia; BES Bonaire, Sint Eustatius, and Saba; BIH Bosnia and Herzegovina; BWA Botswana; BVT Bouvet Island; BRA
Brazil; IOT British Indian Ocean Territory; BRN Brunei; BGR Bulgaria; BFA Burkina Faso; MMR Burma; BDI Burundi; CPV
Cabo Verde; KHM Cambodia; CMR Cameroon; CAN Canada; CYM Cayman Islands; CAF Central African Republic; TCD Chad; CHL
Chile; CHN China; CXR Christmas Island; CPT Clipperton Island; CCK Cocos (Keeling) Islands; COL Colombia; COM
Comoros; COG Congo (Brazzaville); COD Congo (Kinshasa); COK Cook Islands; XCS Coral Sea Islands; CRI Costa Rica; HRV
Croatia; CUB Cuba; CUW Curaçao; CYP Cyprus; CZE Czechia; CIV Côte d’Ivoire; DNK Denmark; XXD Dhekelia; DGA Diego
Garcia; DJI Djibouti; DMA Dominica; DOM Dominican Republic; ECU Ecuador; EGY Egypt; SLV El Salvador; XAZ Entity 1;
XCR Entity 2; XCY Entity 3; XKM Entity 4; XKN Entity 5; GNQ Equatorial Guinea; ERI Eritrea; EST Estonia; SWZ
Eswatini; ETH Ethiopia; XEU Europa Island; FLK Falkland Islands (Islas Malvinas); FRO Faroe Islands; FJI Fiji; FIN
Finland; FRA France; GUF French Guiana; PYF French Polynesia; ATF French Southern and Antarctic Lands; GAB Gabon;
GMB Gambia, The; XGZ Gaza Strip; GEO Georgia; DEU Germany; GHA Ghana; GIB Gibraltar; XGL Glorioso Islands; GRC
Greece; GRL Greenland; GRD Grenada; GLP Guadeloupe; GUM Guam; GTM Guatemala; GGY Guernsey; GIN Guinea; GNB
Guinea-Bissau; GUY Guyana; HTI Haiti; HMD Heard Island and McDonald Islands; HND Honduras; HKG Hong Kong; XHO
Howland Island; HUN Hungary; ISL Iceland; IND India; IDN Indonesia; IRN Iran; IRQ Iraq; IRL Ireland; IMN Isle of
Man; ISR Israel; ITA Italy; JAM Jamaica; XJM Jan Mayen; JPN Japan; XJV Jarvis Island; JEY Jersey; XJA Johnston
Atoll; JOR Jordan; XJN Juan de Nova Island; KAZ Kazakhstan; KEN Kenya; XKR Kingman Reef; KIR Kiribati; PRK Korea,
North; KOR Korea, South; XKS Kosovo; KWT Kuwait; KGZ Kyrgyzstan; LAO Laos; LVA Latvia; LBN Lebanon; LSO Lesotho; LBR
Liberia; LBY Libya; LIE Liechtenstein; LTU Lithuania; LUX Luxembourg; MAC Macau; MDG Madagascar; MWI Malawi; MYS
Malaysia; MDV Maldives; MLI Mali; MLT Malta; MHL Marshall Islands; MTQ Martinique; MRT Mauritania; MUS Mauritius;
MYT Mayotte; MEX Mexico; FSM Micronesia, Federated States of; XMW Midway Islands; MDA Moldova; MCO Monaco; MNG
Mongolia; MNE Montenegro; MSR Montserrat; MAR Morocco; MOZ Mozambique; NAM Namibia; NRU Nauru; XNV Navassa Island;
NPL Nepal; NLD Netherlands; NCL New Caledonia; NZL New Zealand; NIC Nicaragua; NER Niger; NGA Nigeria; NIU Niue; NFK
Norfolk Island; MKD North Macedonia; MNP Northern Mariana Islands; NOR Norway; OMN Oman; PAK Pakistan; PLW Palau;
XPL Palmyra Atoll; PAN Panama; PNG Papua New Guinea; XPR Paracel Islands; PRY Paraguay; PER Peru; PHL Philippines;
PCN Pitcairn Islands; POL Poland; PRT Portugal; PRI Puerto Rico; QAT Qatar; REU Reunion; ROU Romania; RUS Russia;
RWA Rwanda; BLM Saint Barthelemy; SHN Saint Helena, Ascension, and Tristan da Cunha; KNA Saint Kitts and Nevis; LCA
Saint Lucia; MAF Saint Martin; SPM Saint Pierre and Miquelon; VCT Saint Vincent and the Grenadines; WSM Samoa; SMR
San Marino; STP Sao Tome and Principe; SAU Saudi Arabia; SEN Senegal; SRB Serbia; SYC Seychelles; SLE Sierra Leone;
SGP Singapore; SXM Sint Maarten; SVK Slovakia; SVN Slovenia; SLB Solomon Islands; SOM Somalia; ZAF South Africa; SGS
South Georgia and South Sandwich Islands; SSD South Sudan; ESP Spain; XSP Spratly Islands; LKA Sri Lanka; SDN Sudan;
SUR Suriname; XSV Svalbard; SWE Sweden; CHE Switzerland; SYR Syria; TWN Taiwan; TJK Tajikistan; TZA Tanzania; THA
Thailand; TLS Timor-Leste; TGO Togo; TKL Tokelau; TON Tonga; TTO Trinidad and Tobago; XTR Tromelin Island; TUN
Tunisia; TUR Turkey; TKM Turkmenistan; TCA Turks and Caicos Islands; TUV Tuvalu; UGA Uganda; UKR Ukraine; ARE United
Arab Emirates; GBR United Kingdom; USA United States; URY Uruguay; UZB Uzbekistan; VUT Vanuatu; VAT Vatican City;
VEN Venezuela; VNM Vietnam; VGB Virgin Islands, British; VIR Virgin Islands, U.S.; XWK Wake Island; WLF Wallis and
Futuna; XWB West Bank; ESH Western Sahara; YEM Yemen; ZMB Zambia; ZWE Zimbabwe
`

export interface Country {
  code: string
  name: string
}

export const countries: readonly Country[] = list
  .replaceAll('\n', ' ')
  .split(';')
  .map(entry => entry.trim())
  .map(entry => ({ code: entry.slice(0, 3), name: entry.slice(4) }))

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Countries whose name holds what was typed, or whose code it is; names that start with it come first. */
export const findCountries = (typed: string, limit: number): Country[] => {
  const wanted = plain(typed.trim())
  if (wanted === '') return []
  const rank = ({ code, name }: Country) => {
    if (code.toLowerCase() === wanted) return 0
    const at = plain(name).indexOf(wanted)
    return at === -1 ? -1 : at === 0 ? 1 : 2
  }
  return countries
    .map(country => ({ country, rank: rank(country) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ country }) => country)
}

/** The name to a code, or undefined. */
export const findCountry = (code: string): Country | undefined =>
  countries.find(country => country.code === code.trim().toUpperCase())
