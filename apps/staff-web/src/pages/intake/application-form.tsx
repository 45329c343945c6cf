import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Filing } from '#capabilities/case/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PostView } from '#capabilities/staff/contract/session-routes.ts'
import { limitWords } from '#ui/format/limit.ts'
import { useRegions } from '../../form/use-regions.ts'
import type { DraftAtCounter } from '#capabilities/portal/contract/routes.ts'
import { KeptFound } from '../../session/kept/kept-place.tsx'
import { useForget, useKept } from '../../session/kept/use-kept.ts'
import {
  applicantOf,
  asAnswered,
  continued,
  fieldErrors,
  filingOf,
  newApplication,
  problemsOf,
} from './application.ts'
import { CheckStep } from './check-step.tsx'
import { FillStep } from './fill-step.tsx'
import { HeldDraft } from './held-draft.tsx'
import { SaveDraft } from './save-draft.tsx'
import { withRegion } from './filled-in.ts'
import { useAtWindow } from './use-at-window.ts'
import { useFiling } from './use-filing.ts'
import { useFirstField } from './use-first-field.ts'
import { useHeading } from './use-heading.ts'
import { useNames } from './use-names.ts'
import { intakeWords as words } from './words.ts'

/** From pressing the mouse to letting it go. */
const CLICK_MS = 200

interface Props {
  item: ItemVersion
  post: PostView
  ownRegion: string
  /** The licence it is about (变更、延续、注销). */
  about?: NonNullable<Filing['about']>
  /** Begun online and picked up here. */
  draft?: DraftAtCounter
  readAgain: () => void
}

/** Fill in, read back together with the applicant, file. Going back keeps every answer. */
export function ApplicationForm({ item, post, ownRegion, about, draft, readAgain }: Props) {
  const navigate = useNavigate()
  const regions = useRegions().data
  const atWindow = useAtWindow()
  const [start] = useState(() =>
    draft === undefined
      ? withRegion(item, newApplication(item, ''), ownRegion)
      : continued(item, ownRegion, draft),
  )
  const [application, setApplication] = useKept('application', '', () => start)
  const [step, setStep] = useKept<'fill' | 'check'>('step', '', () => 'fill')
  useHeading(step)
  const form = useFirstField()
  const forget = useForget()
  const names = useNames(item, application.values)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [times, setTimes] = useState(0)
  const [uploading, setUploading] = useState(0)
  const filed = useRef(false)
  const filing = useFiling(draft?.id, (no) => {
    filed.current = true
    void navigate({ to: '/receipts/$no', params: { no }, replace: true })
  })
  useBlocker({
    shouldBlockFn: () => {
      if (filed.current || application === start) return false
      if (!window.confirm(words.leave)) return true
      // The next applicant at this counter must not find the answers of this one.
      forget()
      return false
    },
    enableBeforeUnload: () => !filed.current && application !== start,
  })

  function release() {
    filed.current = true
    forget()
  }

  function goOn() {
    const found = fieldErrors(item, application.values, regions)
    setErrors(found)
    setTimes(times + 1)
    names.look()
    if (problemsOf(item, application, found).length > 0) return
    filing.reset()
    setStep('check')
  }

  return (
    <>
      <div className="page-head">
        <h1>{item.name}</h1>
        <p className="muted">
          {words.limitOf(item.process.procedure, limitWords(asAnswered(item, application).promisedLimit))}
          {' · '}
          {words.takenInAt(post.placeName, post.windowName)}
        </p>
        {about && <p>{words.aboutLicence(about.licence, item.lifecycle?.[about.kind]?.hint ?? '')}</p>}
      </div>
      <ol className="intake-steps small">
        <li aria-current={step === 'fill' ? 'step' : undefined}>{words.fill}</li>
        <li aria-current={step === 'check' ? 'step' : undefined}>{words.check}</li>
      </ol>
      {draft && <HeldDraft draft={draft} released={release} />}
      <KeptFound>
        <p>{words.keptFor(applicantOf(item, application.values))}</p>
      </KeptFound>
      {/* Kept while checking, so that a file still on its way is neither lost nor forgotten. */}
      <div ref={form} hidden={step !== 'fill'}>
        <FillStep
          item={item}
          busy={(change) => setUploading((before) => before + change)}
          application={application}
          change={setApplication}
          errors={errors}
          warnings={names.warnings}
          left={(name) => {
            names.look()
            const message = fieldErrors(item, application.values, regions)[name]
            // A message that comes or goes moves the page; the click that left the field has to land before.
            setTimeout(() => setErrors((before) => withMessage(before, name, message)), CLICK_MS)
          }}
          problems={times === 0 ? [] : problemsOf(item, application, errors)}
          times={times}
          goOn={goOn}
          beside={
            // A draft begun at home keeps the licence by itself; one saved here would be of the whole item.
            atWindow &&
            draft === undefined &&
            about === undefined && (
              <SaveDraft item={item} application={application} uploading={uploading} released={release} />
            )
          }
        />
      </div>
      {step === 'check' && (
        <CheckStep
          item={item}
          application={application}
          regions={regions ?? []}
          differing={Object.values(names.warnings)}
          uploading={uploading}
          pending={filing.isPending}
          error={filing.error}
          back={() => setStep('fill')}
          readAgain={() => {
            readAgain()
            setStep('fill')
          }}
          file={(again) =>
            filing.mutate({
              ...filingOf(item, application, post.place),
              ...(about ? { about } : {}),
              ...(again === undefined ? {} : { again: { reason: again } }),
            })
          }
        />
      )}
    </>
  )
}

function withMessage(
  errors: Record<string, string>,
  name: string,
  message: string | undefined,
): Record<string, string> {
  const { [name]: _before, ...others } = errors
  return message === undefined ? others : { ...others, [name]: message }
}
