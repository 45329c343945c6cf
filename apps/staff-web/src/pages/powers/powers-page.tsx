import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { PowerView } from '#capabilities/catalogue/contract/power-routes.ts'
import { day } from '#ui/format/day.ts'
import { powers as client } from '../../server/clients.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { OpeningDialog } from '../../shell/opening-dialog.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Filters } from './filters.tsx'
import { giveFields, givenPower } from './forms.ts'
import { PowerDrawer } from './power-drawer.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { powersFileUrl, type PowersSearch } from './search.ts'
import { usePowerChoices, usePowers } from './use-powers.ts'
import { powersWords as words } from './words.ts'

/** 权责清单: for everybody to look up, for the registrar to write in. */
export function PowersPage() {
  const search = useSearch({ from: '/powers' })
  const navigate = useNavigate()
  const registers = useSignedIn().post.roles.includes('power-registrar')
  const list = usePowers(search)
  const [giving, setGiving] = useState(false)
  const [opened, setOpened] = useState<string>()
  const change = (next: PowersSearch) => void navigate({ to: '/powers', search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <Filters search={search} change={change} />
      <div className="row no-print">
        {registers && (
          <Button type="primary" onClick={() => setGiving(true)}>
            {words.register}
          </Button>
        )}
        <TakeAway file={powersFileUrl(search)} onPaper />
      </div>
      <PagedList
        list={list}
        label={words.list}
        empty={words.none}
        row={(power) => <Row key={power.id} power={power} open={setOpened} />}
      />
      {giving && <GiveDialog close={() => setGiving(false)} />}
      {opened !== undefined && (
        <PowerDrawer id={opened} registers={registers} close={() => setOpened(undefined)} />
      )}
    </>
  )
}

function GiveDialog({ close }: { close: () => void }) {
  const choices = usePowerChoices()
  const queries = useQueryClient()
  if (choices.data === undefined)
    return (
      <OpeningDialog
        title={words.register}
        error={choices.error}
        retry={() => void choices.refetch()}
        close={close}
      />
    )
  return (
    <RegisterDialog
      title={words.register}
      fields={giveFields(choices.data)}
      send={(input, requestId) => client.grantPower({ body: givenPower(input), requestId })}
      close={close}
      done={() => {
        void queries.invalidateQueries({ queryKey: ['powers'] })
        close()
      }}
    />
  )
}

const TONES = { 'in-force': 'good', future: 'blue', ended: 'plain' } as const

function Row({ power, open }: { power: PowerView; open: (id: string) => void }) {
  const { id, itemName, bodyName, placeName, kindText, powersText, from, to, standing, standingText } = power
  return (
    <li className="rows-4">
      <div>
        <strong>{itemName}</strong>
        <div className="small muted">{kindText}</div>
      </div>
      <div>
        {bodyName}
        <div className="small muted">{placeName}</div>
      </div>
      <div>
        {powersText}
        <div className="small muted">
          {words.from(day(from))}，{to === undefined ? words.noEnd : words.until(day(to))}
        </div>
      </div>
      <div className="row-end">
        <span className={`tag tag-${TONES[standing]}`}>{standingText}</span>
        <Button
          size="small"
          className="no-print"
          aria-label={words.open(itemName, bodyName)}
          onClick={() => open(id)}
        >
          {words.look}
        </Button>
      </div>
    </li>
  )
}
