// Loaded before a command, so that it finds no hnswlib-node, as where no compiler was there.
const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  if (request !== 'hnswlib-node') return resolve.call(this, request, ...rest);
  throw Object.assign(new Error('hidden by a test'), { code: 'MODULE_NOT_FOUND' });
};
