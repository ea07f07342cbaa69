/**
 * UN/ECE Recommendation 20 codes of the units that Nordic shops write, in lower case without a dot; pieces that nothing
 * is said of are C62, "one".
 */
const UNIT_CODES: Readonly<Record<string, string>> = {
  st: 'H87',
  stk: 'H87',
  styck: 'H87',
  kpl: 'H87',
  pcs: 'H87',
  pc: 'H87',
  kg: 'KGM',
  g: 'GRM',
  l: 'LTR',
  dl: 'DLT',
  cl: 'CLT',
  ml: 'MLT',
  m: 'MTR',
  cm: 'CMT',
  m2: 'MTK',
  'm²': 'MTK',
  m3: 'MTQ',
  'm³': 'MTQ',
  km: 'KMT',
  t: 'HUR',
  h: 'HUR',
  time: 'HUR',
  timer: 'HUR',
  tim: 'HUR',
  dag: 'DAY',
  dager: 'DAY',
  dagar: 'DAY',
  min: 'MIN',
  mnd: 'MON',
  mån: 'MON',
  kk: 'MON',
  kwh: 'KWH',
  sett: 'SET',
  set: 'SET',
  par: 'PR',
};

/** The code of a unit as an order writes it. */
export function toUnitCode(unit: string | null): string {
  return (unit === null ? undefined : UNIT_CODES[unit.trim().toLowerCase().replace(/\.$/, '')]) ?? 'C62';
}
