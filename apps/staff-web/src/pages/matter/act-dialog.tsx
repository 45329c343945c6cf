import { useState } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { isCode } from '../../server/failure.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { MovedOn } from '../asked/moved-on.tsx'
import { askedWords } from '../asked/words.ts'
import { fieldsOfAct } from '../case/acts/fields-of-act.ts'
import { useFields } from '../case/acts/use-fields.ts'
import type { Matter } from './matter.ts'
import { useAct } from './use-act.ts'

interface Props {
  matter: Matter
  /** The act as the server allowed it when the button was pressed. */
  act: AllowedAct
  close: () => void
  done: () => void
}

/** The form of an act, drawn from what the server sent with it; a refusal leaves everything typed where it is. */
export function ActDialog({ matter, act, close, done }: Props) {
  const [fields] = useState(() => fieldsOfAct(act))
  const [version] = useState(matter.version)
  const { problems, times, drawn, read } = useFields(act.title, fields)
  const acting = useAct(matter, act.act, done)
  const gone = acting.isError && !matter.allowed.some((each) => each.act === act.act)
  const movedOn = isCode(acting.error, ...matter.movedOn) && matter.version !== version

  function send() {
    const input = read()
    if (input !== undefined) acting.mutate(input)
  }

  return (
    <AskDialog
      title={act.title}
      help={act.help}
      button={act.title}
      danger={act.tone === 'danger'}
      consequence={act.tone === 'danger' ? askedWords.recorded : undefined}
      complete={() => read() !== undefined}
      lawful={act.lawful}
      sending={acting}
      blocked={gone}
      send={send}
      close={close}
      afterRefusal={movedOn && <MovedOn what={matter.what} state={matter.stateText} gone={gone} />}
    >
      <ErrorSummary times={times} problems={problems} />
      <SchemaFields {...drawn} />
    </AskDialog>
  )
}
