import { Alert, Input, Radio } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Labelled } from '../../../form/labelled.tsx'
import { SchemaFields } from '../../../form/schema-fields.tsx'
import { NoticeLine } from '../served-notice.tsx'
import { GapPaper } from './gap-paper.tsx'
import { NOTICE, type Ending } from './gap-offer.ts'
import type { useChecklist } from './use-checklist.ts'
import { actWords as words } from './words.ts'

/** What the verdicts lead to, and what that wants to know. */
export function EndingOf({
  detail,
  looking,
}: {
  detail: CaseDetail
  looking: ReturnType<typeof useChecklist>
}) {
  const { open, act, gaps, byGaps, wanted, setWanted, terms, remark, setRemark } = looking
  return (
    <>
      <div role="status">
        {open.length > 0 && gaps === undefined && (
          <Alert type="warning" role="presentation" title={noticeText(looking)} />
        )}
        {gaps !== undefined && (
          <Alert
            type="info"
            role="presentation"
            title={words.gapOffer(open.map(({ name }) => name).join('、'))}
          />
        )}
        {looking.nothingToNotify && (
          <Alert type="warning" role="presentation" title={words.nothingToNotify} />
        )}
        {open.length === 0 && act === undefined && (
          <Alert type="warning" role="presentation" title={words.noAccept} />
        )}
      </div>
      {gaps !== undefined && (
        <Radio.Group
          aria-label={words.missingHow}
          className="choice"
          value={wanted}
          onChange={(event) => setWanted(event.target.value as Ending)}
          options={ENDINGS.map((value) => ({ value, label: words.missingWays[value] }))}
        />
      )}
      {byGaps && (
        <section aria-label={words.gapTerms}>
          <SchemaFields {...terms.drawn} />
          <GapPaper detail={detail} gaps={open.map(({ id }) => id)} terms={terms.raw} />
        </section>
      )}
      {looking.preview.length > 0 && (
        <section className="notice-preview stack-tight" aria-label={words.readByApplicant}>
          <h3>{words.readByApplicant}</h3>
          <NoticeText lines={looking.preview} />
        </section>
      )}
      {open.length === 0 && !looking.noticing && (
        <Labelled id="accept-remark" label={words.remark} required={false}>
          <Input
            id="accept-remark"
            maxLength={300}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        </Labelled>
      )}
    </>
  )
}

/** The points of the notice in the words of its paper. */
export function NoticeText({ lines }: { lines: ReturnType<typeof useChecklist>['preview'] }) {
  return (
    <ol>
      {lines.map((line, at) => (
        <li key={`${line.material}-${at}`}>
          <NoticeLine line={line} />
        </li>
      ))}
    </ol>
  )
}

function noticeText({ act, open, last, noticing }: ReturnType<typeof useChecklist>): string {
  if (act === undefined) return words.noNotice
  if (last !== undefined) return words.turnsToLaterNotice(open.length, last.round + 1)
  return noticing ? words.named(open.length) : words.turnsToNotice(open.length)
}

const ENDINGS: readonly Ending[] = [NOTICE, 'accept-with-gaps']
