import type { CaseDossier } from '../../model/dossier.ts'
import type { StepMark } from '../../model/step-mark.ts'

/** A paper of another case that counts as a material of this one (结果互认、共享材料): the applicant brings nothing. */
export interface TakenOver {
  material: string
  /** The file it is now held as. */
  file: string
  by: StepMark
  source: ResultSource | FileSource
}

/** The result of another department, as it was issued. */
export interface ResultSource {
  kind: 'result'
  no: string
  paper: string
  title: string
  number?: string
  /** SHA-256 of the issued file, as /verify compares it. */
  hash: string
  /** The word after /verify/. */
  token: string
  body: string
}

/** A file handed in once for another matter. */
export interface FileSource {
  kind: 'file'
  no: string
  material: string
  name: string
}

export const takenOver = ({ linked }: Pick<CaseDossier, 'linked'>): readonly TakenOver[] => linked ?? []
