import { legalDay } from '#engine/day.ts'
import type { Serving } from '#capabilities/licence-seal/model.ts'
import type { PaperData } from '../documents/papers.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'
import { common, type PaperSource } from './paper-source.ts'
import { serviceRecord, type ServedBy } from './service-record.ts'

export function delivery(source: PaperSource): PaperData {
  const { dossier, fact } = source
  const sealed = fact.body['receiver'] as string | undefined
  if (fact.kind === 'revoked') return revocationServed(source, sealed)
  const receiver = sealed && source.open<{ receiver: string; relation: string; identified: string }>(sealed)
  return {
    kind: 'delivery',
    ...common(source),
    served: dossier.papers
      .filter(({ kind }) => kind !== 'revocation' && kind in SERVED)
      .map(({ kind, number }) => ({
        title: servedTitle(kind, dossier),
        ...(number ? { number } : {}),
        copies: 1,
      })),
    ...served(source, receiver !== undefined),
    servedOn: legalDay(fact.at),
    ...(receiver ? { signedBy: receiver.receiver, note: `核验：${receiver.identified}` } : {}),
  }
}

/** A revocation is served in any of the ways of the law, and may have been days before it is put on record. */
function revocationServed(source: PaperSource, sealed: string | undefined): PaperData {
  const { dossier, fact, place } = source
  const { mode, on = legalDay(fact.at) } = fact.body as { mode: ServedBy; on?: string }
  const number = dossier.papers.find(({ kind }) => kind === 'revocation')?.number
  const record = sealed === undefined ? {} : source.open<Partial<Serving>>(sealed)
  return {
    kind: 'delivery',
    ...common(source),
    served: [{ title: SERVED['revocation']!, ...(number ? { number } : {}), copies: 1 }],
    servedOn: on,
    ...serviceRecord(mode, record, { window: place.name, whose: '申请人' }),
  }
}

function served({ fact, place }: PaperSource, direct: boolean) {
  if (fact.body['mode'] === 'post') return { mode: 'post' as const, place: '申请人填写的邮寄地址' }
  return direct
    ? { mode: 'direct' as const, place: place.name }
    : { mode: 'electronic' as const, place: '网上办事大厅申请人账户' }
}

function servedTitle(kind: Paper['kind'], { decision }: CaseDossier): string {
  return kind === 'not-accepted' && decision?.ground === 'not-needed' ? '不受理告知书' : SERVED[kind]!
}

const SERVED: Readonly<Record<string, string>> = {
  grant: '准予决定书',
  denial: '不予决定书',
  'not-accepted': '不予受理决定书',
  revocation: '撤销决定书',
}
