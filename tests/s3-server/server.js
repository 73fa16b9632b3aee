// An S3 server for tests: node server.js [--tls CERTIFICATE KEY] FOLDER BUCKET… prints its port, and ends when its standard input does.
// s3rver checks signatures; added is what R2 does too and a wrong call of ours would trip over: nobody enters without a signature, bytes
// that are not what x-amz-checksum-sha256 says are refused, a checksum once given is kept by copies and told to a HEAD that asks for it. Browsers may do
// what ops/r2/cors.*.json say, the files that the buckets of staging and production are given.
// GET /operations tells how often it was asked what: operations have a price.
const { createHash } = require('node:crypto')
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const S3rver = require('@20minutes/s3rver')

// Mended: S3 also encodes !'()* before it signs, and a source of a copy may come with its slashes encoded.
const encode = globalThis.encodeURIComponent
globalThis.encodeURIComponent = (text) => encode(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
globalThis.decodeURI = globalThis.decodeURIComponent

const isEncrypted = process.argv[2] === '--tls'
const [directory, ...buckets] = process.argv.slice(isEncrypted ? 5 : 2)
const checksums = new Map()
const operations = {}

const list = (name, values) => values.map((value) => `<${name}>${value}</${name}>`).join('')
const policies = join(__dirname, '../../ops/r2')
const rules = readdirSync(policies)
  .filter((name) => name.startsWith('cors.'))
  .flatMap((name) => JSON.parse(readFileSync(join(policies, name))).rules)
const cors = `<CORSConfiguration>${rules.map(corsRule).join('')}</CORSConfiguration>`

function corsRule({ allowed, exposeHeaders, maxAgeSeconds }) {
  const allows = [list('AllowedOrigin', allowed.origins), list('AllowedMethod', allowed.methods), list('AllowedHeader', allowed.headers)]
  const answers = [list('ExposeHeader', exposeHeaders), list('MaxAgeSeconds', [maxAgeSeconds])]
  return `<CORSRule>${allows.join('')}${answers.join('')}</CORSRule>`
}

const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  configureBuckets: buckets.map((name) => ({ name, configs: [cors] })),
  ...(isEncrypted && { cert: readFileSync(process.argv[3]), key: readFileSync(process.argv[4]) }),
})

function refuse(ctx, status, code) {
  ctx.status = status
  ctx.type = 'application/xml'
  ctx.body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`
}

async function sha256(ctx, bucket, key) {
  const object = await ctx.app.store.getObject(bucket, key, {})
  const hash = createHash('sha256')
  for await (const chunk of object.content) hash.update(chunk)
  return hash.digest('base64')
}

server.middleware.unshift(async (ctx, next) => {
  if (ctx.method === 'GET' && ctx.path === '/operations') {
    ctx.body = JSON.stringify(operations)
    return undefined
  }
  const operation = ctx.get('x-amz-copy-source') ? 'COPY' : ctx.method
  operations[operation] = (operations[operation] ?? 0) + 1
  if (!('authorization' in ctx.headers) && !('X-Amz-Signature' in ctx.query)) return refuse(ctx, 403, 'AccessDenied')

  const place = decodeURIComponent(ctx.path).slice(1)
  const [bucket, ...rest] = place.split('/')
  const key = rest.join('/')
  const expected = ctx.get('x-amz-checksum-sha256')
  await next()
  if (ctx.status >= 300 || key === '') return undefined

  if (ctx.method === 'PUT' && ctx.get('x-amz-copy-source')) {
    const source = decodeURIComponent(ctx.get('x-amz-copy-source')).replace(/^\//, '')
    if (checksums.has(source)) checksums.set(place, checksums.get(source))
  } else if (ctx.method === 'PUT' && expected) {
    if ((await sha256(ctx, bucket, key)) !== expected) {
      await ctx.app.store.deleteObject(bucket, key)
      return refuse(ctx, 400, 'BadDigest')
    }
    checksums.set(place, expected)
  } else if (ctx.method === 'PUT' || ctx.method === 'DELETE') {
    checksums.delete(place)
  } else if (ctx.get('x-amz-checksum-mode') === 'ENABLED' && checksums.has(place)) {
    ctx.set('x-amz-checksum-sha256', checksums.get(place))
  }
  return undefined
})

server.run().then(({ port }) => process.stdout.write(`${port}\n`))
process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
