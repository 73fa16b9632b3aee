// wrangler looks for the program that runs Workers, 100 MB of it, whatever it is asked. Bucket rules do not need it.
const Module = require('node:module')

const resolve = Module._resolveFilename
Module._resolveFilename = (request, ...rest) =>
  request.startsWith('@cloudflare/workerd-') ? process.execPath : resolve(request, ...rest)
