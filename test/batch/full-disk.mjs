// Loaded before the program: every write into a document fails as on a full disk, in every thread.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { writeSync } = fs;
fs.writeSync = (descriptor, bytes, ...rest) => {
  if (Buffer.from(bytes).subarray(0, 5).toString('latin1') === '%PDF-') {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  }
  return writeSync(descriptor, bytes, ...rest);
};
syncBuiltinESMExports();
