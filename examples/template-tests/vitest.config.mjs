// Without a configuration of its own, vitest would take the one of a folder above.
export default { test: { include: ['*.spec.mjs'] } };
