import { scrub } from './scrub.ts'
import { StartupProblem } from './startup-problem.ts'

/**
 * Everything a log line may carry. There is no field for names, numbers of papers, phones, addresses, form values
 * or free text; what is not listed here does not reach the log even when a caller casts it in.
 */
export interface LogFields {
  requestId?: string
  method?: string
  /** The pattern (`/api/v1/cases/:no`), not the address, whose parameters may be personal. */
  route?: string
  status?: number
  durationMs?: number
  area?: string
  stream?: string
  version?: number
  act?: string
  code?: string
  job?: string
  subscriber?: string
  attempt?: number
  count?: number
  owner?: string
  mode?: string
  pid?: number
}

export type Level = 'info' | 'warn' | 'fault'

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** A bug or a broken machine: with its kind, SQLSTATE and frames, its message scrubbed of values. */
  fault(event: string, error: unknown, fields?: LogFields): void
}

export interface LogOptions {
  /** For a person at a terminal; otherwise one JSON object a line. */
  pretty?: boolean
  write?: (line: string) => void
  now?: () => string
}

/** Lines go to standard error: standard output carries only what `npm start` promises to print. */
export function openLog(options: LogOptions = {}): Log {
  const write = options.write ?? ((line) => process.stderr.write(`${line}\n`))
  const now = options.now ?? (() => new Date().toISOString())
  const format = options.pretty ? prettyLine : JSON.stringify
  const emit = (level: Level, event: string, fields: object) =>
    write(format({ at: now(), level, event, ...fields }))
  return {
    info: (event, fields) => emit('info', event, allowed(fields)),
    warn: (event, fields) => emit('warn', event, allowed(fields)),
    fault: (event, error, fields) => emit('fault', event, { ...allowed(fields), error: describe(error) }),
  }
}

/** Says what stops the program, in both languages, and gives the exit code. Bugs keep their stack trace. */
export function tellStartupProblem(error: unknown, write: (text: string) => void = toStandardError): number {
  if (error instanceof StartupProblem) {
    write(`${error.chinese}\n${error.english}\n`)
    return error.exitCode
  }
  write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

const FIELDS: Record<keyof LogFields, 'string' | 'number'> = {
  requestId: 'string',
  method: 'string',
  route: 'string',
  status: 'number',
  durationMs: 'number',
  area: 'string',
  stream: 'string',
  version: 'number',
  act: 'string',
  code: 'string',
  job: 'string',
  subscriber: 'string',
  attempt: 'number',
  count: 'number',
  owner: 'string',
  mode: 'string',
  pid: 'number',
}

const LONGEST_FIELD = 200

function allowed(fields: LogFields = {}): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const [name, type] of Object.entries(FIELDS)) {
    const value = fields[name as keyof LogFields]
    if (typeof value === 'number' && type === 'number') kept[name] = value
    // One line of a client's making must stay one line of ours.
    if (typeof value === 'string' && type === 'string')
      kept[name] = value.slice(0, LONGEST_FIELD).replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
  }
  return kept
}

interface DescribedError {
  name: string
  message: string
  code?: string
  constraint?: string
  frames: string[]
  cause?: DescribedError
}

function describe(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, message: scrub(String(error)), frames: [] }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    name: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    frames: framesOf(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: describe(error.cause, depth + 1) } : {}),
  }
}

/** A stack begins with the message, which may hold values: only the lines that name places in the code are kept. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 12).map((line) => line.trim().replace(/^at /, ''))
}

function prettyLine(entry: object): string {
  const { at, level, event, error, ...fields } = entry as Record<string, unknown> & { error?: DescribedError }
  const mark = { info: ' ', warn: '!', fault: '✖' }[level as Level]
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  const head = [String(at).slice(11, 19), mark, event, ...rest].join(' ')
  return error ? `${head}\n  ${error.name}: ${error.message}\n    ${error.frames.join('\n    ')}` : head
}

function toStandardError(text: string): void {
  process.stderr.write(text)
}
