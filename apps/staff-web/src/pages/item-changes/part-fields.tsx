import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { useSignedIn } from '../../session/use-session.ts'
import type { Around } from './around.ts'
import { fieldsOfPart, partForm, partOf, type ItemField } from './fields.ts'
import { Findings } from './findings.tsx'
import { LineList } from './line-list.tsx'
import { OneField } from './one-field.tsx'
import type { Part } from './search.ts'
import { StepSum } from './step-sum.tsx'
import type { Draft } from './use-draft.ts'
import { useLineage } from './use-item-changes.ts'
import { editorWords as words, partWords } from './words.ts'

interface Props {
  part: Part
  item: string
  draft: Draft
  findings: readonly QualityFinding[]
}

/** The questions of one part, with what is said of the whole part above them. */
export function PartFields({ part, item, draft, findings }: Props) {
  const lineage = useLineage(item).data?.lines ?? []
  const { area } = useSignedIn().post
  const form = partForm(part, draft.now)
  const fields = fieldsOfPart(part, draft.now, draft.at)
  const isOf = (field: ItemField, at: string) => at === field.at || at.startsWith(`${field.at}/`)
  const whole = findings.filter(({ at }) => partOf(at) === part && !fields.some((field) => isOf(field, at)))
  const around: Around = {
    ...{ draft, lineage, area },
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
    </section>
  )
}
