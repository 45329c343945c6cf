// The floor: what an engineer writes by hand for exactly this work and nothing else. One transaction a step, prepared
// statements, a row lock for the state guard; no sign-in, no rules, no checks of what is sent.
import http from 'node:http'
import pg from 'pg'

type Body = Record<string, unknown>

const pool = new pg.Pool({
  connectionString: process.env['BENCH_DATABASE_URL']!,
  max: Number(process.env['BENCH_POOL']),
})

const statement = (name: string, text: string) => (on: pg.Pool | pg.PoolClient, values: unknown[]) =>
  on.query<Body>({ name, text, values })

const insert = statement(
  'insert',
  `INSERT INTO dossier (no, county, item, applicant, title, form, state) VALUES ($1, $2, $3, $4, $5, $6, 'submitted') RETURNING id`,
)
const lock = statement('lock', 'SELECT state, version, county FROM dossier WHERE id = $1 FOR UPDATE')
const change = statement(
  'change',
  `UPDATE dossier SET state = $2, version = version + 1, changed_at = now(), due_at = coalesce($3, due_at), assignee = $4,
     decision = coalesce($5, decision), title = coalesce($6, title) WHERE id = $1`,
)
const audit = statement(
  'audit',
  `INSERT INTO audit_row (dossier, seq, action, from_state, to_state, officer, note, changes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const startTerm = statement(
  'start-term',
  'INSERT INTO term (dossier, started_at, due_at) VALUES ($1, now(), $2)',
)
const stopTerm = statement(
  'stop-term',
  'UPDATE term SET stopped_at = now() WHERE dossier = $1 AND stopped_at IS NULL',
)
const closeTask = statement(
  'close-task',
  'UPDATE task SET done_at = now(), assignee = $2 WHERE dossier = $1 AND done_at IS NULL',
)
const openTask = statement(
  'open-task',
  'INSERT INTO task (dossier, kind, county, assignee) VALUES ($1, $2, $3, $4)',
)
const whole = statement(
  'whole',
  `SELECT d.*, (SELECT jsonb_agg(a ORDER BY a.seq) FROM audit_row a WHERE a.dossier = d.id) AS history FROM dossier d WHERE d.id = $1`,
)

const OFFICER = 7
const NEXT: Record<string, string> = {
  submitted: 'accepted',
  accepted: 'in_review',
  in_review: 'decided',
  decided: 'issued',
  issued: 'closed',
}
const TASK_AFTER: Record<string, string> = {
  accepted: 'start_review',
  in_review: 'decide',
  decided: 'issue',
  issued: 'close',
}

class Declined extends Error {}

async function transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

function create(body: Body): Promise<Body> {
  return transaction(async (client) => {
    const { no, county, item, applicant, title, form } = body
    const { rows } = await insert(client, [no, county, item, applicant, title, JSON.stringify(form)])
    const id = rows[0]!['id']
    await audit(client, [id, 1, 'create', null, 'submitted', OFFICER, null, '{"state":"submitted"}'])
    await openTask(client, [id, 'accept', county, null])
    return { id }
  })
}

function step(id: string, { action, set, note }: Body): Promise<Body> {
  const { state, due_at: due, assignee, decision, title } = set as Body
  return transaction(async (client) => {
    const { rows } = await lock(client, [id])
    const before = rows[0]
    if (before === undefined || NEXT[before['state'] as string] !== state) throw new Declined()
    await change(client, [id, state, due ?? null, assignee ?? null, decision ?? null, title ?? null])
    const seq = (before['version'] as number) + 1
    await audit(client, [id, seq, action, before['state'], state, OFFICER, note, JSON.stringify(set)])
    if (state === 'accepted') await startTerm(client, [id, due])
    if (state === 'decided') await stopTerm(client, [id])
    await closeTask(client, [id, OFFICER])
    const next = TASK_AFTER[state as string]
    if (next !== undefined) await openTask(client, [id, next, before['county'], OFFICER])
    return { id, state }
  })
}

async function handle(method: string, url: string, body: string): Promise<unknown> {
  const id = url.slice('/dossiers/'.length)
  if (method === 'POST') return create(JSON.parse(body) as Body)
  if (method === 'PATCH') return step(id, JSON.parse(body) as Body)
  return (await whole(pool, [id])).rows[0]
}

const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    handle(request.method!, request.url!, Buffer.concat(parts).toString()).then(
      (answer) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer))
      },
      (error: unknown) => {
        response.statusCode = error instanceof Declined ? 409 : 500
        response.end(JSON.stringify({ error: String(error) }))
      },
    )
  })
})
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as { port: number }).port}`))
process.on('SIGTERM', () => process.exit(0))
