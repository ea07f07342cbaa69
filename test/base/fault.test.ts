import { describe, expect, it } from 'vitest';
import type { Finding } from '#dist/base/index.js';
import { defineFaults, Fault, toReport } from '#dist/base/index.js';

const faults = defineFaults({
  KETTLE_COLD: { kind: 'input', summary: 'The kettle is cold.', remedy: 'Heat it.' },
});

describe('a fault', () => {
  it('carries its definition, its place and its cause', () => {
    const cause = new Error('no power');
    const place = { file: 'kitchen.css', line: 3, column: 7 };
    const fault = faults.KETTLE_COLD({ message: 'Unexpected 12 °C', path: 'kettle.degrees', place, cause });
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toBeInstanceOf(Error);
    expect(fault.cause).toBe(cause);
    expect(fault).toMatchObject({ name: 'Fault', code: 'KETTLE_COLD', kind: 'input', hint: 'Heat it.' });
    expect(JSON.parse(JSON.stringify(fault))).toEqual({
      code: 'KETTLE_COLD',
      message: 'Unexpected 12 °C',
      path: 'kettle.degrees',
      place,
      hint: 'Heat it.',
    });
  });

  it('leaves out of its JSON what it does not have', () => {
    const fault = faults.KETTLE_COLD({ message: 'Unexpected 12 °C' });
    expect(Object.keys(fault.toJSON())).toEqual(['code', 'message', 'hint']);
    expect('cause' in fault).toBe(false);
  });

  it('lets an occurrence give a better hint', () => {
    expect(faults.KETTLE_COLD({ message: 'm', hint: 'Plug it in.' }).hint).toBe('Plug it in.');
  });

  it('offers its definition for the documentation', () => {
    expect(faults.KETTLE_COLD.definition.remedy).toBe('Heat it.');
  });
});

describe('toReport', () => {
  const finding = (severity: Finding['severity']): Finding => ({
    ruleId: 'r',
    severity,
    channel: 'text',
    field: null,
    expected: null,
    found: null,
    page: null,
    box: null,
    message: 'm',
  });

  it('is invalid for one error and for nothing less', () => {
    expect(toReport([], {}).verdict).toBe('valid');
    expect(toReport([finding('warning')], {}).verdict).toBe('valid');
    expect(toReport([finding('warning'), finding('error')], {}).verdict).toBe('invalid');
  });
});
