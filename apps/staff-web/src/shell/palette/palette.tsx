import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import type { ItemSummary } from '#capabilities/catalogue/contract.ts'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { navigationFor, seesCases } from '../navigation.ts'
import { answering, useCommands, type Command } from './commands.ts'
import { useFoundCases } from './find-cases.ts'
import { useFoundItems } from './find-items.ts'
import { Options } from './options.tsx'
import { paletteWords as words } from './words.ts'

interface Props {
  session: SessionView
  close: () => void
}

/** A field and a list below it (combobox with a listbox): what is typed narrows, Enter does. */
export default function Palette({ session, close }: Props) {
  const [open, setOpen] = useState(true)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const chosen = useRef<Command>(undefined)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const found = useFoundCases(typed, seesCases(session.post.roles))
  const takesIn = navigationFor(session.post.roles).some(({ to }) => to === '/intake')
  const items = useFoundItems(typed, takesIn)
  const [toCase, toItem] = [useCaseCommand(), useItemCommand()]
  const commands = answering(
    [
      ...(found.data?.items ?? []).map(toCase),
      ...(items.data?.items ?? []).map(toItem),
      ...useCommands(session),
    ],
    typed,
  )
  const active = Math.min(at, commands.length - 1)
  const choose = (command: Command | undefined) => {
    if (command === undefined) return
    chosen.current = command
    setOpen(false)
  }
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  return (
    <Modal
      open={open}
      title={words.title}
      footer={null}
      width="36rem"
      style={{ top: '4rem' }}
      onCancel={() => setOpen(false)}
      afterOpenChange={(shown) => shown && field.current?.focus()}
      // Only then does the keyboard stand on the page again, where a command may want it.
      afterClose={() => {
        close()
        chosen.current?.run()
      }}
    >
      <div className="palette">
        <input
          ref={field}
          className="ant-input ant-input-outlined palette-field"
          role="combobox"
          aria-label={words.label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(active < 0 ? {} : { 'aria-activedescendant': `${id}-${active}` })}
          placeholder={takesIn ? words.hintTakingIn : words.hint}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const next = stepOf(event, active, commands.length)
            if (next === undefined) return
            event.preventDefault()
            if (next === 'choose') choose(commands[active])
            else setAt(next)
          }}
        />
        <Options id={id} commands={commands} active={active} choose={choose} />
        <p className="small muted" role="status">
          {said(commands.length, found)}
        </p>
        <p className="small muted keyboard-only">{words.how}</p>
      </div>
    </Modal>
  )
}

function said(
  count: number,
  { isFetching, isError }: Pick<ReturnType<typeof useFoundCases>, 'isFetching' | 'isError'>,
) {
  if (isFetching) return words.searching
  if (isError) return words.unreachable
  return count === 0 ? words.none : words.results(count)
}

/** Enter belongs to whoever is still choosing hanzi. */
function stepOf(event: KeyboardEvent, at: number, count: number): number | 'choose' | undefined {
  if (event.nativeEvent.isComposing || count === 0) return undefined
  if (event.key === 'Enter') return 'choose'
  if (event.key === 'ArrowDown') return (at + 1) % count
  if (event.key === 'ArrowUp') return (at - 1 + count) % count
  return undefined
}

function useCaseCommand(): (summary: CaseSummary) => Command {
  const navigate = useNavigate()
  return ({ no, itemName, applicant, stateText }) => ({
    ...{ id: no, group: 'case', title: words.caseLine(itemName, applicant) },
    more: `${groupedNumber(no)}　${stateText}`,
    run: () => void navigate({ to: '/cases/$no', params: { no } }),
  })
}

/** Where its application is taken in. */
function useItemCommand(): (item: ItemSummary) => Command {
  const navigate = useNavigate()
  return ({ id, name }) => ({
    ...{ id: `item-${id}`, group: 'item', title: words.itemLine(name) },
    run: () => void navigate({ to: '/intake/$item', params: { item: id } }),
  })
}
