import { Type as T, type Static } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { HeldFile } from '../../model/dossier.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import { joined, unknownMaterials } from '../../model/materials.ts'
import type { Chapter } from '../chapter.ts'
import { takenOver, type TakenOver } from './dossier.ts'

const Source = T.Object(
  {
    kind: T.Enum(['result', 'file']),
    no: T.String(),
    paper: T.Optional(T.String()),
    title: T.Optional(T.String()),
    number: T.Optional(T.String()),
    hash: T.Optional(T.String()),
    token: T.Optional(T.String()),
    body: T.Optional(T.String()),
    material: T.Optional(T.String()),
    name: T.Optional(T.String()),
  },
  { additionalProperties: false },
)

/** What was chosen, with what the service found behind it; none of the latter can be sent by a browser. */
const TakeOver = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    /** `r-` and a paper, or `f-` and a file: one of those the act offered. */
    from: T.String({ pattern: '^[rf]-[0-9a-f-]{36}$' }),
    source: Source,
    file: T.Object({ id: T.String(), size: T.Integer(), mediaType: T.String() }),
  },
  { additionalProperties: false },
)
type TakeOver = Static<typeof TakeOver>

/**
 * Takes over what the office has already: the result of another department, or a file from another case of the same
 * project. 行政许可法第三十三条 has departments share such information; the applicant is not asked for it again (免于提交).
 */
const takeOver = caseAction({
  name: 'take-over-result',
  from: ['received'],
  to: 'same',
  by: ['window-clerk', 'reviewer'],
  input: TakeOver,
  refuse: ({ dossier, input, world }) => {
    const unknown = unknownMaterials(world.published, [input.material])
    if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
    return takenOver(dossier).some(
      ({ material, file }) => material === input.material && file === input.file.id,
    )
      ? refusal('taken-over-already')
      : undefined
  },
  facts: ({ input: { material, source, file } }: { input: TakeOver }) => [
    {
      kind: source.kind === 'result' ? 'result-taken-over' : 'file-reused',
      body: { material, source, file },
    },
  ],
})

/** Linked approval (联动审批、共享材料、结果互认): what one department holds or has issued counts as material of the next. */
export const linked: Chapter = {
  name: 'linked',
  actions: [takeOver],
  apply: { 'result-taken-over': taken, 'file-reused': taken },
}

function taken(
  ...[dossier, fact]: Parameters<Chapter['apply'][string]>
): ReturnType<Chapter['apply'][string]> {
  const { material, source, file } = fact.body as {
    material: string
    source: TakenOver['source']
    file: HeldFile
  }
  const held = { files: [file], paperOriginals: 0, paperCopies: 0, verdict: 'unchecked' as const }
  return {
    ...moved(dossier, fact),
    materials: { ...dossier.materials, [material]: joined(dossier.materials[material], held) },
    linked: [...takenOver(dossier), { material, file: file.id, by: markOf(fact), source }],
  }
}
