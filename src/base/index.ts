/**
 * Floor 0: money, rates, calendar dates, geometry, findings and faults. Comes in: plain values. Goes out: plain values.
 * Never here: input/output, formatting for people, anything that knows what an invoice is.
 */
export { allocate, roundToSum } from './apportion.ts';
export { addDays, type CalendarDate, countDays, parseCalendarDate, toDateParts } from './calendar-date.ts';
export { type Decimal, MAX_DECIMALS, parseDecimal, powerOfTen } from './decimal.ts';
export {
  defineFaults,
  Fault,
  type FaultDefinition,
  type FaultDetails,
  type FaultJson,
  type FaultKind,
  type FaultTable,
  type Place,
} from './fault.ts';
export { encodeFileStem } from './file-name.ts';
export {
  type Channel,
  type Finding,
  type Report,
  type SpokenChannel,
  toReport,
  type Voice,
  type Voices,
} from './finding.ts';
export {
  type Box,
  type PathSegment,
  POINTS_PER_CSS_PIXEL,
  POINTS_PER_INCH,
  POINTS_PER_MM,
  roundPoints,
  type Sides,
  type Size,
} from './geometry.ts';
export {
  type BasisPoints,
  CURRENCY_DIGITS,
  type Currency,
  divideRounded,
  type MinorUnits,
  type Money,
  scaleRounded,
  sumMinor,
  toMinorUnits,
  vatInGross,
  WHOLE_BPS,
} from './money.ts';
export { findNearestName } from './nearest-name.ts';
export { RecentMap } from './recent-map.ts';
export { MAX_SOURCE_BYTES } from './source-size.ts';
