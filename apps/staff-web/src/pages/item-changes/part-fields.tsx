import { useEffect, useRef } from 'react'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { fieldId, type Around } from './around.ts'
import { placedAt } from './draft.ts'
import { fieldsOfPart, partForm, partOf, type ItemField } from './fields.ts'
import { FieldList } from './field-list.tsx'
import { Findings } from './findings.tsx'
import { LineList } from './line-list.tsx'
import { ProcessChart } from './process-chart.tsx'
import type { Part } from './search.ts'
import { StepSum } from './step-sum.tsx'
import type { Draft } from './use-draft.ts'
import { useFieldComment } from './use-field-comment.ts'
import { useLineage } from './use-item-changes.ts'
import { useOffering } from './use-offering.ts'
import { editorWords as words, partWords } from './words.ts'

interface Props {
  part: Part
  detail: ChangeDetail
  /** A field somebody was sent to, by its place. */
  sentTo?: string
  draft: Draft
  findings: readonly QualityFinding[]
}

/** The questions of one part, with what is said of the whole part above them. */
export function PartFields({ part, detail, sentTo, draft, findings }: Props) {
  const lineage = useLineage(detail.summary).data?.lines ?? []
  const comment = useFieldComment(detail.summary)
  useSentTo(sentTo, draft)
  const { area } = useSignedIn().post
  const offering = useOffering()
  const form = partForm(part, draft.now)
  const fields = fieldsOfPart(part, draft.now, draft.at)
  const placed = Map.groupBy(findings, ({ at }) => closest(fields, at))
  const whole = (placed.get(undefined) ?? []).filter(({ at }) => partOf(at) === part)
  const around: Around = {
    ...{ draft, lineage, area, comment, comments: detail.comments, offering },
    findingsOf: ({ at }) => placed.get(at) ?? [],
  }
  return (
    <section className="sheet stack" aria-labelledby="item-part">
      <h2 id="item-part">{partWords[part]}</h2>
      {findings.length > 0 && <p className="small muted">{words.checked}</p>}
      <Findings findings={whole} draft={draft} />
      <FieldList fields={form.fields} around={around} />
      {part === 'limits' && <StepSum item={draft.now} />}
      {form.lines.map((list) => (
        <LineList key={list.at} list={list} around={around} />
      ))}
      {part === 'limits' && <ProcessChart item={draft.now} ways={detail.ways} />}
    </section>
  )
}

/** The field that says most exactly where something is: what is missing in a variant is no fault of there being one. */
function closest(fields: readonly ItemField[], at: string): string | undefined {
  const around = fields.filter((field) => at === field.at || at.startsWith(`${field.at}/`))
  return around.toSorted((one, other) => other.at.length - one.at.length)[0]?.at
}

/** Whoever is sent to a field, by a finding or by its name, stands in it; each time once. */
function useSentTo(at: string | undefined, draft: Draft): void {
  const done = useRef<string>(undefined)
  useEffect(() => {
    if (at === undefined || done.current === at) return
    done.current = at
    const place = fieldId(placedAt(draft.now, at) ?? at)
    const found =
      document.getElementById(place) ??
      document.getElementById(`${place}-field`) ??
      document.querySelector(`[id^="${place}-"]`)
    if (found === null) return
    unfold(found)
    found.scrollIntoView({ block: 'center' })
    const control = found.matches(CONTROL) ? found : found.querySelector(CONTROL)
    if (control instanceof HTMLElement) control.focus()
  })
}

const CONTROL = 'input, textarea, button'

/** Whatever it is folded away in opens, from the inside out. */
function unfold(found: Element): void {
  for (let box = found.closest('details'); box !== null; box = box.parentElement?.closest('details') ?? null)
    box.setAttribute('open', '')
}
