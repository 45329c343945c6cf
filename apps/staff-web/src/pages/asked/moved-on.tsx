import { Alert } from 'antd'
import { askedWords as words } from './words.ts'

interface Props {
  /** 这个办件, 这本证照 … */
  what: string
  /** How it stands now, in words. */
  state: string
  /** The act is not to be had any more. */
  gone: boolean
}

/** Said below a refusal once the matter was read again: it had moved on under the reader's eyes. */
export function MovedOn({ what, state, gone }: Props) {
  return <Alert type="warning" role="status" title={gone ? words.gone : words.reloaded(what, state)} />
}
