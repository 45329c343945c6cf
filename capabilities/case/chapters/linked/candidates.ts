import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { CaseDossier, HeldFile } from '../../model/dossier.ts'
import { paperToken } from '../../papers/tokens.ts'
import { paperTitle } from '../../papers/title.ts'
import type { CaseMeans } from '../../service/means.ts'
import { openLane } from '../fast-lane/dossier.ts'
import type { FileSource, ResultSource } from './dossier.ts'

export interface Candidate {
  /** What the act calls it. */
  value: string
  label: string
  source: ResultSource | FileSource
  /** The stored file, or the attachment that a case holds already. */
  file: { paper: string } | HeldFile
  expired: boolean
}

/**
 * What may be taken over: results of the same applicant's other cases, and files from those of the same project or under the
 * same name. A revoked result is none, and one that has run out is shown and refused.
 */
export async function candidates(
  means: CaseMeans,
  area: string,
  dossier: CaseDossier,
  item: ItemVersion,
  today: string,
): Promise<Candidate[]> {
  const rows = await means.db.query<Other>(OTHERS, [area, dossier.party, dossier.no])
  const open = await opened(means, dossier.party, [
    ...[dossier, ...rows.map((row) => row.dossier)].map(({ applicant }) => applicant),
    ...rows.flatMap(({ dossier: { decision } }) => (decision ? [decision.reason] : [])),
  ])
  // One account may have filed for several people (代办): what is another's stays another's.
  const idOf = ({ applicant }: CaseDossier) => (open(applicant) as PartyDetails | undefined)?.idNumber
  const mine = idOf(dossier)
  const theirs = mine === undefined ? [] : rows.filter((row) => idOf(row.dossier) === mine)
  const found = await Promise.all(
    theirs.map(async (other) => [
      ...(await resultsOf(means, area, other, { today, open })),
      ...(await filesOf(means, area, other.dossier, dossier, item)),
    ]),
  )
  return found.flat().slice(0, 60)
}

type Open = (sealed: string) => unknown

interface Other {
  dossier: CaseDossier
  /** What has become of its result; nothing where it has none, or one that was revoked. */
  standing: string | null
}

/** Results nobody may rely on any more (撤销、撤回、注销). */
const VOID = ['revoked', 'withdrawn', 'cancelled']

async function opened({ sealing }: CaseMeans, party: string, texts: readonly string[]): Promise<Open> {
  const subject = subjectOf(party)
  const sealed = texts.map((text) => text as Sealed)
  const clear = await sealing.openAll(sealed.map((text) => ({ area: NO_AREA, subject, sealed: text })))
  const bySeal = new Map(sealed.map((text, index) => [String(text), clear[index]]))
  return (text) => {
    const found = bySeal.get(text)
    return found == null ? undefined : (JSON.parse(found) as unknown)
  }
}

async function resultsOf(
  means: CaseMeans,
  area: string,
  { dossier: other, standing }: Other,
  { today, open }: { today: string; open: Open },
): Promise<Candidate[]> {
  const { decision, delivered, papers, no } = other
  if (decision?.result !== 'granted' || delivered === undefined) return []
  if (standing === null || VOID.includes(standing)) return []
  const paper = papers.findLast(({ kind, file }) => kind === 'grant' && file !== undefined)
  if (paper?.hash === undefined) return []
  const { item } = await means.catalogue.pinned(area, other.item.id, other.item.version)
  const { validUntil } = (open(decision.reason) ?? {}) as { validUntil?: string }
  const source: ResultSource = {
    ...{
      kind: 'result',
      no,
      paper: paper.id,
      title: paperTitle('grant', item.itemType, other),
      hash: paper.hash,
    },
    ...(paper.number === undefined ? {} : { number: paper.number }),
    ...{ token: paperToken(means.keys, area, paper.id), body: other.decidingBody },
  }
  const expired = standing === 'expired' || (validUntil !== undefined && validUntil < today)
  const label = `${expired ? '（已过期）' : ''}${item.name}：${source.title}${paper.number ?? ''}`
  return [{ value: `r-${paper.id}`, label, source, file: { paper: paper.file! }, expired }]
}

async function filesOf(
  means: CaseMeans,
  area: string,
  other: CaseDossier,
  dossier: CaseDossier,
  item: ItemVersion,
): Promise<Candidate[]> {
  const project = openLane(dossier)?.project
  const together = project !== undefined && openLane(other)?.project === project
  const wanted = new Set(item.materials.map(({ name }) => name))
  const theirs = (await means.catalogue.pinned(area, other.item.id, other.item.version)).item
  return theirs.materials
    .filter(({ name }) => together || wanted.has(name))
    .flatMap(({ id, name }) =>
      (other.materials[id]?.files ?? []).map((file): Candidate => ({
        value: `f-${file.id}`,
        label: `${theirs.name}：${name}`,
        source: { kind: 'file', no: other.no, material: id, name },
        file,
        expired: false,
      })),
    )
}

const OTHERS = {
  name: 'cases.others-of-party',
  text: `SELECT v.dossier, (SELECT coalesce(p.licence_state, 'valid') FROM cases.paper p
      WHERE p.area_code = v.area_code AND p.no = v.no AND p.kind = 'grant' AND p.revoked_at IS NULL LIMIT 1) AS standing
    FROM cases.case_view v WHERE v.area_code = $1 AND v.party = $2 AND v.no <> $3 ORDER BY v.id DESC LIMIT 20`,
}
