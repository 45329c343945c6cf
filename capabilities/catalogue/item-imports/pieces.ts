import type { Queryable } from '#platform/db/db.ts'

const PIECE_BYTES = 1_048_576

/** The uploaded file while it is read: it comes and goes in pieces of a megabyte. */
export interface PieceStore {
  /** Keeps what comes as it comes; answers with how many bytes it was. */
  keep(run: string, file: AsyncIterable<Uint8Array>, seen: (bytes: Uint8Array) => void): Promise<number>
  read(run: string): AsyncIterable<Uint8Array>
  drop(run: string): Promise<void>
  /** What a server left that stopped while a file came in. */
  dropAbandoned(before: string): Promise<void>
}

export function pieceStore(db: Queryable, area: string): PieceStore {
  const keepOne = (run: string, n: number, bytes: Uint8Array) =>
    db.query('INSERT INTO catalogue.import_piece (area_code, run, n, bytes) VALUES ($1, $2, $3, $4)', [
      ...[area, run, n, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
    ])
  return {
    async keep(run, file, seen) {
      let [n, sum, waiting]: [number, number, Uint8Array[]] = [0, 0, []]
      let size = 0
      for await (const chunk of file) {
        seen(chunk)
        sum += chunk.length
        size += chunk.length
        waiting.push(chunk)
        if (size < PIECE_BYTES) continue
        await keepOne(run, n++, Buffer.concat(waiting))
        ;[waiting, size] = [[], 0]
      }
      if (size > 0) await keepOne(run, n, Buffer.concat(waiting))
      return sum
    },
    async *read(run) {
      for (let n = 0; ; n++) {
        const [piece] = await db.query<{ bytes: Buffer }>(
          'SELECT bytes FROM catalogue.import_piece WHERE area_code = $1 AND run = $2 AND n = $3',
          [area, run, n],
        )
        if (piece === undefined) return
        yield piece.bytes
      }
    },
    async drop(run) {
      await db.query('DELETE FROM catalogue.import_piece WHERE area_code = $1 AND run = $2', [area, run])
    },
    async dropAbandoned(before) {
      await db.query(
        `DELETE FROM catalogue.import_piece p WHERE p.area_code = $1 AND p.run < $2::uuid
           AND NOT EXISTS (SELECT FROM catalogue.import_run r WHERE r.area_code = $1 AND r.id = p.run)`,
        [area, before],
      )
    },
  }
}

/** Ids begin with the moment they were made, so one of a moment parts older ones from newer. */
export function idOfMoment(at: string): string {
  const hex = Date.parse(at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
