/**
 * Whether a failed statement says that the database is away (stopping, starting, out of reach) rather than that we
 * asked something wrong. Away is worth trying again in a few seconds; a bug is not.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (AWAY.test(code ?? '')) return true
  // The socket file of an embedded database that is just being started again.
  if (code === 'ENOENT' || code === 'EACCES') return syscall === 'connect'
  return (code === undefined && LOST.test(error.message)) || isUnavailable(error.cause)
}

// 08: connection trouble; 57P01 to 57P03: shutting down, crashed, starting up; 53300: no connection left.
const AWAY =
  /^(08\d{3}|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

// The driver's own words, which carry no code.
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable)/
