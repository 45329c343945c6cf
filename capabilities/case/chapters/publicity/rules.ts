import type { CaseDossier } from '../../model/dossier.ts'

export const isOpen = ({ publicity }: CaseDossier): boolean =>
  publicity !== undefined && publicity.closedOn === undefined

/** Objections that nobody has looked into yet. */
export const openObjections = ({ publicity }: CaseDossier) =>
  (publicity?.objections ?? []).filter(({ answer }) => answer === undefined)
