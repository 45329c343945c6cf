import { Button, Checkbox, Radio } from 'antd'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import { Labelled } from '../../form/labelled.tsx'
import { isPromised, SIGNED_ID, WAY_ID, type Application } from './application.ts'
import { useAtWindow } from './use-at-window.ts'
import { printSigned } from '../../shell/signed-paper.tsx'
import { PromisePaper } from './promise-paper.tsx'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  application: Application
  change: (update: (before: Application) => Application) => void
  messageOf: (target: string) => string | undefined
}

/**
 * The applicant's own choice between the general way and a promise (告知承诺). A promise is read out, printed and signed
 * before it is filed; whoever does not want it loses nothing (国办发〔2020〕42号).
 */
export function PromiseChoice({ item, application, change, messageOf }: Props) {
  const { commitment } = item.process
  const atWindow = useAtWindow()
  if (commitment === undefined || !atWindow) return null
  const promised = isPromised(item, application)
  return (
    <section className="sheet stack" aria-label={words.way}>
      <Labelled id={WAY_ID} group required label={words.way} hint={words.wayHint} error={messageOf(WAY_ID)}>
        <Radio.Group
          aria-label={words.way}
          className="choice"
          value={application.way}
          onChange={(event) =>
            change((before) => ({ ...before, way: event.target.value as Application['way'], signed: false }))
          }
          options={[
            { value: 'general', label: words.ways.general(limitWords(item.promisedLimit)) },
            { value: 'promise', label: words.ways.promise },
          ]}
        />
      </Labelled>
      {promised && (
        <>
          <div className="promise-text">
            <h3>{words.promiseTitle}</h3>
            <p className="muted">{words.readOut}</p>
            <ol>
              {commitment.promises.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            <h3>{words.liability}</h3>
            <ul>
              {commitment.liability.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <h3>{words.checkedHow}</h3>
            <p>
              {words.checkedWithin(limitWords(commitment.check.within))}
              {commitment.check.how}
            </p>
          </div>
          <Labelled id={SIGNED_ID} group required label={words.signing} error={messageOf(SIGNED_ID)}>
            <div className="row">
              <Button onClick={printSigned}>{words.printPromise}</Button>
              <Checkbox
                id={SIGNED_ID}
                checked={application.signed}
                onChange={(event) => change((before) => ({ ...before, signed: event.target.checked }))}
              >
                {words.signed}
              </Checkbox>
            </div>
          </Labelled>
          <PromisePaper item={item} commitment={commitment} values={application.values} />
        </>
      )}
    </section>
  )
}
