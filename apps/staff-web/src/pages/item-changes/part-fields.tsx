import { useEffect, useRef } from 'react'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { fieldId, type Around } from './around.ts'
import { placedAt } from './draft.ts'
import { fieldsOfPart, partForm, partOf, type ItemField } from './fields.ts'
import { Findings } from './findings.tsx'
import { LineList } from './line-list.tsx'
import { OneField } from './one-field.tsx'
import { ProcessChart } from './process-chart.tsx'
import type { Part } from './search.ts'
import { StepSum } from './step-sum.tsx'
import type { Draft } from './use-draft.ts'
import { useFieldComment } from './use-field-comment.ts'
import { useLineage } from './use-item-changes.ts'
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
  const form = partForm(part, draft.now)
  const fields = fieldsOfPart(part, draft.now, draft.at)
  const isOf = (field: ItemField, at: string) => at === field.at || at.startsWith(`${field.at}/`)
  const whole = findings.filter(({ at }) => partOf(at) === part && !fields.some((field) => isOf(field, at)))
  const around: Around = {
    ...{ draft, lineage, area, comment, comments: detail.comments },
    findingsOf: (field) => findings.filter(({ at }) => isOf(field, at)),
  }
  return (
    <section className="sheet stack" aria-labelledby="item-part">
      <h2 id="item-part">{partWords[part]}</h2>
      {findings.length > 0 && <p className="small muted">{words.checked}</p>}
      <Findings findings={whole} draft={draft} />
      {form.fields.length > 0 && (
        <div className="fields">
          {form.fields.map((field) => (
            <OneField key={field.at} field={field} around={around} />
          ))}
        </div>
      )}
      {part === 'limits' && <StepSum item={draft.now} />}
      {form.lines.map((list) => (
        <LineList key={list.at} list={list} around={around} />
      ))}
      {part === 'limits' && <ProcessChart item={draft.now} />}
    </section>
  )
}

/** Whoever comes from a finding stands in the field it speaks of, once. */
function useSentTo(at: string | undefined, draft: Draft): void {
  const done = useRef(false)
  useEffect(() => {
    if (at === undefined || done.current) return
    done.current = true
    const place = placedAt(draft.now, at) ?? at
    const found =
      document.getElementById(fieldId(place)) ?? document.querySelector(`[id^="${fieldId(place)}-"]`)
    found?.closest('details')?.setAttribute('open', '')
    found?.scrollIntoView({ block: 'center' })
    const control = found?.matches('input, textarea, button')
      ? found
      : found?.querySelector('input, textarea, button')
    if (control instanceof HTMLElement) control.focus()
  })
}
