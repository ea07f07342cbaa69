import type { TableColumn } from './columns.ts';

/**
 * The widths that columns get of a table's width (CSS Tables 3 §3.9.3): never less than they need; then percentages,
 * then fixed widths, then what content would like; what is left over goes first to columns that asked for nothing.
 */
export function distributeWidth(columns: readonly TableColumn[], width: number): number[] {
  const share = (column: TableColumn) => Math.max(column.min, ((column.percent ?? 0) / 100) * width);
  const guesses = [
    columns.map((column) => column.min),
    columns.map((column) => (column.percent === null ? column.min : share(column))),
    columns.map((column) => (column.percent === null ? (column.isFixed ? column.max : column.min) : share(column))),
    columns.map((column) => (column.percent === null ? column.max : share(column))),
  ];
  let lower = guesses[0] ?? [];
  for (const upper of guesses) {
    if (width < sum(upper)) return interpolate(lower, upper, width);
    lower = upper;
  }
  return distributeExcess(columns, lower, width);
}

/** Widens columns until they make up `width` together; columns that are wide enough already stay as they are. */
export function distributeExcess(columns: readonly TableColumn[], widths: readonly number[], width: number): number[] {
  const excess = width - sum(widths);
  if (excess <= 0) return [...widths];
  const weights = excessWeights(columns);
  const total = sum(weights);
  return widths.map((own, i) => own + (excess * (weights[i] ?? 0)) / total);
}

/** Who takes the excess, and in what proportion: the first rule that gives anyone a share. */
function excessWeights(columns: readonly TableColumn[]): number[] {
  const isFree = (column: TableColumn) => !column.isFixed && column.percent === null;
  const rules: ((column: TableColumn) => number)[] = [
    (column) => (isFree(column) ? column.max : 0),
    (column) => (isFree(column) ? 1 : 0),
    (column) => (column.percent === null ? column.max : 0),
    (column) => column.percent ?? 0,
    () => 1,
  ];
  for (const rule of rules) {
    const weights = columns.map(rule);
    if (sum(weights) > 0) return weights;
  }
  return [];
}

function interpolate(lower: readonly number[], upper: readonly number[], width: number): number[] {
  const from = sum(lower);
  const span = sum(upper) - from;
  const part = span <= 0 ? 0 : Math.max(0, (width - from) / span);
  return lower.map((low, i) => low + ((upper[i] ?? low) - low) * part);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
