import type { ChangeDossier } from './dossier.ts'

/** What began a draft: a line of a file that somebody confirmed (目录导入). */
export interface FromFile {
  run: string
  file: string
  row: number
  line: Readonly<Record<string, string>>
  /** What the line says and nothing could write in by itself, in sentences. */
  left: readonly string[]
}

/** Nobody has written in it or about it. */
export const isUntouched = ({ fromFile, state, authors, comments }: ChangeDossier): boolean =>
  fromFile !== undefined && state === 'draft' && authors.length === 0 && comments.length === 0
