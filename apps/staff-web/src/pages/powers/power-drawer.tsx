import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { PowerView } from '#capabilities/catalogue/contract/power-routes.ts'
import { day, moment } from '#ui/format/day.ts'
import { powers as client } from '../../server/clients.ts'
import { Particulars } from '../../lists/particulars.tsx'
import { Read } from '../../server/read.tsx'
import { SideDrawer } from '../../shell/side-drawer.tsx'
import { amendedPower, amendFields, amendStart, takeBackFields, takenBack } from './forms.ts'
import { RegisterDialog } from './register-dialog.tsx'
import { usePower } from './use-powers.ts'
import { powersWords as words } from './words.ts'

interface Props {
  id: string
  registers: boolean
  close: () => void
}

/** One power with its document and everything that happened to it. */
export function PowerDrawer({ id, registers, close }: Props) {
  const found = usePower(id)
  return (
    <SideDrawer title={found.data?.power.itemName ?? words.title} close={close}>
      <Read found={found}>
        {({ power, history }) => (
          <div className="stack">
            {registers && <Acts power={power} />}
            <Facts power={power} />
            <h2>{words.history}</h2>
            <ol className="stack-tight">
              {history.map(({ at, text, who, details }) => (
                <li key={at}>
                  <strong>{text}</strong> <span className="small muted">{`${moment(at)} ${who}`}</span>
                  {details.map((line) => (
                    <div key={line} className="small">
                      {line}
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          </div>
        )}
      </Read>
    </SideDrawer>
  )
}

function Facts({ power }: { power: PowerView }) {
  const { bodyName, placeName, kindText, powersText, from, to, byName, document, basis, conditions } = power
  const said = document ? `${document.title}（${document.number}，${day(document.on)}）` : basis
  const lines: [string, string][] = [
    [words.body, `${bodyName}（${kindText}）`],
    [words.powers, powersText],
    [words.scope, placeName],
    [words.days, `${words.from(day(from))}，${to === undefined ? words.noEnd : words.until(day(to))}`],
    [words.by, byName ?? ''],
    [words.document, said],
    [words.announced, document?.announced ? `${day(document.announced.on)} ${document.announced.where}` : ''],
    [words.conditions, conditions?.join('；') ?? ''],
  ]
  return <Particulars lines={lines} />
}

/** What law gave is changed with the item; what is over is registered anew. */
function Acts({ power }: { power: PowerView }) {
  const [asking, setAsking] = useState<'amend' | 'take-back'>()
  const queries = useQueryClient()
  if (power.kind === 'own' || power.standing === 'ended' || power.takenBack !== undefined) return null
  const params = { id: power.id }
  const close = () => setAsking(undefined)
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['powers'] })
    void queries.invalidateQueries({ queryKey: ['power', power.id] })
    close()
  }
  return (
    <div className="row no-print">
      <Button onClick={() => setAsking('amend')}>{words.amend}</Button>
      <Button danger onClick={() => setAsking('take-back')}>
        {words.takeBack}
      </Button>
      {asking === 'amend' && (
        <RegisterDialog
          title={words.amend}
          fields={amendFields()}
          start={amendStart(power)}
          send={(input, requestId) => client.amendPower({ params, body: amendedPower(input), requestId })}
          close={close}
          done={done}
        />
      )}
      {asking === 'take-back' && (
        <RegisterDialog
          title={words.takeBack}
          text={words.takenBack}
          danger
          fields={takeBackFields()}
          send={(input, requestId) => client.takeBack({ params, body: takenBack(input), requestId })}
          close={close}
          done={done}
        />
      )}
    </div>
  )
}
