import { Button } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import type { RawValues } from '../../../form/raw-values.ts'
import { printSigned, SignedPaper } from '../../../shell/signed-paper.tsx'
import type { ActProps } from './act.tsx'
import { FieldsDialog } from './fields-dialog.tsx'
import { actWords as words } from './words.ts'

const ACT = 'accept-with-gaps'

interface Props {
  detail: CaseDetail
  /** Materials that may follow, by id. */
  gaps: readonly string[]
  /** What was answered so far: in how many days, and how. */
  terms: RawValues
}

/**
 * The promise an applicant signs before a case is accepted with gaps (容缺受理承诺书), filled in with what stands in the form. One
 * who promised online has signed already and is asked for nothing on paper.
 */
export function GapPaper({ detail, gaps, terms }: Props) {
  const act = detail.allowed.find((each) => each.act === ACT)
  const asked = act?.fields ?? []
  if (!asked.some(({ name }) => name === 'signed')) return null
  const how = asked
    .find(({ name }) => name === 'how')
    ?.options?.find(({ value }) => value === terms['how'])?.label
  return (
    <>
      <div className="row">
        <Button onClick={printSigned}>{words.printGapPaper}</Button>
        <span className="small muted">{words.gapPaperFirst}</span>
      </div>
      <SignedPaper title={words.gapPaper} own={words.gapPaperOwn}>
        <p>{words.gapPaperFor(detail.summary.itemName, detail.summary.no)}</p>
        <h2>{words.gapPaperLater}</h2>
        <ol>
          {detail.materials
            .filter(({ id }) => gaps.includes(id))
            .map(({ id, name, requirement }) => (
              <li key={id}>{words.gapPaperLine(name, requirement)}</li>
            ))}
        </ol>
        <h2>{words.gapPaperWhen}</h2>
        <p>{words.gapPaperDays(String(terms['days'] ?? ''), how)}</p>
        <h2>{words.gapPaperMissed}</h2>
        <p>{act?.lawful}</p>
      </SignedPaper>
    </>
  )
}

/** Accepting with gaps from its own button: the same promise is printed from it. */
export function GapsDialog(props: ActProps) {
  return (
    <FieldsDialog {...props}>
      {(raw) => <GapPaper detail={props.detail} gaps={chosen(raw['gaps'])} terms={raw} />}
    </FieldsDialog>
  )
}

const chosen = (value: RawValues[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []
