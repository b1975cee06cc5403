import { assumed, measured } from './figure.ts'

const dashboard = "District Attorney's public dashboard, Philadelphia, 2017-2019 (2020 was no normal year)"

/** Philadelphia had 42,637, 38,445 and 39,545 adult arrests in 2017, 2018 and 2019. */
export const arrestsPerYear = assumed(
  'a smaller city than the measured 40,000, so that seven days fill in minutes',
  25_000,
)

/** Sunday first; 1 is the mean of the year. Weighted mean of days settled by local day. */
export const weekdayIndex = measured(
  `${dashboard}: arrests per day by weekday over the year's mean`,
  [0.6763, 0.8105, 1.0984, 1.1964, 1.1817, 1.0983, 0.9504],
)

/** January first; 1 is the mean of the year. */
export const monthIndex = measured(
  `${dashboard}: arrests per day of the month over the mean of the year's months`,
  [0.9831, 1.0143, 0.9736, 1.0278, 1.0311, 1.112, 1.029, 0.9967, 0.9996, 1.0173, 0.905, 0.9105],
)

/** Days vary more than a Poisson count: the variance of a day's arrests over its mean was 8.6, 7.1 and 7.1. */
export const dayVarianceToMean = measured(`${dashboard}: variance of arrests per day over their mean`, {
  from: 7,
  to: 9,
})

/** Of the gamma that each day's mean is drawn from: with the weekdays' own spread it gives about 8 at 68 arrests a day. */
export const dayGammaShape = assumed('fitted to dayVarianceToMean at arrestsPerYear, weekdays and months included', 17)

/** Midnight first. The published tables carry the hour of filing, not that of arrest. */
export const arrestHourWeights = assumed(
  'few arrests before dawn, most from late afternoon to midnight',
  [
    4.6, 4.1, 3.4, 2.5, 1.8, 1.4, 1.8, 2.3, 3.0, 3.8, 4.4, 4.7, 4.6, 4.5, 4.7, 4.8, 5.1, 5.4, 5.6, 5.6, 5.6, 5.5, 5.4,
    5.2,
  ],
)
