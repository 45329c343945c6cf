import type { GuideView } from '#capabilities/portal/contract.ts'
import type { FormValues } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import type { Asking } from './ask.tsx'

/** What the guide and its larger parts are drawn from. */
export interface GuideProps {
  visit: Visit
  view: GuideView
  /** What the reader said of their situation; it goes along wherever they go and comes back with them. */
  answers?: FormValues
  /** The form to ask something; none on a page nobody may ask on. */
  asking?: Asking
}
