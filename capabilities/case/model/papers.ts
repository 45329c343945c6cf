import type { CaseDossier, Paper } from './dossier.ts'

/** The sealed paper a person waits for: the decision, or the refusal to accept. */
export function decisionPaper(dossier: CaseDossier): Paper | undefined {
  return dossier.papers.find((paper) => ['grant', 'denial', 'not-accepted'].includes(paper.kind))
}

/** Electronic delivery puts the sealed paper into the applicant's inbox, so the paper must exist first. */
export function readyForElectronicDelivery(dossier: CaseDossier): boolean {
  return dossier.delivery === 'electronic' && decisionPaper(dossier) !== undefined
}

export function revocationPaper(dossier: CaseDossier): Paper | undefined {
  return dossier.papers.find(({ kind }) => kind === 'revocation')
}
